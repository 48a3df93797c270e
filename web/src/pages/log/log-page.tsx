import { useMe } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { useDraft } from './use-draft.ts'
import { VisitForm } from './visit-form.tsx'

const Form = ({ owner }: { owner: string }) => {
  const say = useSay()
  const { draft, change, wipe, restored, kept } = useDraft(owner)
  if (!draft) return <p role="status">{say('正在读取……', 'Loading …')}</p>
  return <VisitForm owner={owner} draft={draft} change={change} wipe={wipe} restored={restored} kept={kept} />
}

export const LogPage = () => {
  const say = useSay()
  const me = useMe()
  return (
    <section className="log">
      <h1>{say('登记走访', 'Log a visit')}</h1>
      {me && <Form owner={me.id} />}
    </section>
  )
}
