import { useMe } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { HandBack } from './hand-back.tsx'
import { TakeOut } from './take-out.tsx'

/** The ledger that such offices keep in a spreadsheet: taken out, and handed back filled in. */
export const LedgerPage = () => {
  const say = useSay()
  const me = useMe()
  return (
    <section>
      <h1>{say('台账', 'Ledger')}</h1>
      <TakeOut />
      {(me?.role === 'handler' || me?.role === 'dispatcher') && <HandBack />}
    </section>
  )
}
