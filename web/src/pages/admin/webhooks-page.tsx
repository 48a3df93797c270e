import { useState } from 'react'
import { useNames } from '../../app/use-me.ts'
import { BackLink } from '../../parts/back-link.tsx'
import { BankChoice } from '../../parts/bank-choice.tsx'
import { useSay } from '../../words/language.tsx'
import { Deliveries } from './deliveries.tsx'
import { Endpoints } from './endpoints.tsx'

/** Addresses of banks' own systems, and what did not reach them. */
export const WebhooksPage = () => {
  const say = useSay()
  const { directory } = useNames()
  const [chosen, setChosen] = useState<string>()
  const bank = chosen ?? directory?.banks[0]?.id
  return (
    <section>
      <BackLink to="/admin" word={{ zh: '管理', en: 'Administration' }} />
      <h1>{say('银行系统推送', "Messages to banks' systems")}</h1>
      <BankChoice bank={bank} onChange={setChosen} />
      {bank && <Endpoints key={bank} bank={bank} />}
      <Deliveries />
    </section>
  )
}
