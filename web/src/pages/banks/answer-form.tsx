import { useQueryClient } from '@tanstack/react-query'
import { referralCommands } from '../../../../core/issue/commands/referral.ts'
import { referralSteps } from '../../../../core/lifecycle/referral.ts'
import { type ReferralView, referralQuery } from '../../api/bank-queries.ts'
import { useSay } from '../../words/language.tsx'
import { type Read, readFields, type Typed } from '../issue/command-input.ts'
import { StepForm } from '../issue/step-form.tsx'
import { type BankCommand, bankFields } from './bank-fields.ts'
import { bankMay } from './bank-may.ts'
import { changesOf } from './changes.ts'

type Props = {
  command: BankCommand
  view: ReferralView
  begin: Typed
  onDone: (said: string) => void
  onClose: () => void
}

/** The name under which the answers to a referral are kept: the one typed into last. */
export const answersTo = (referral: string) => `answers:${referral}`

/** The command names its referral; here the path does. */
const readAnswer = (command: BankCommand, id: string, typed: Typed): Read => {
  const read = readFields(bankFields[command], referralCommands[command], typed, { referral: id.slice(-3) })
  if ('faults' in read) return read
  const { referral: _, ...input } = read.input
  return { input }
}

/** One answer of a bank. Where someone was faster it says what changed, and gives the same answer again if asked to. */
export const AnswerForm = ({ command, view, begin, onDone, onClose }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const title = say(referralSteps[command])
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['referrals'] })
    return queries.invalidateQueries({ queryKey: referralQuery(view.id).queryKey })
  }
  const changes = (seen: ReferralView) => (
    <>
      <p>{say('在您填写时发生了这些：', 'This happened while you were typing:')}</p>
      <ul aria-label={say('有什么变化', 'What changed')}>
        {changesOf(seen, view, say).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  )
  return (
    <StepForm
      title={title}
      keptAs={answersTo(view.id)}
      of={command}
      begin={begin}
      fields={bankFields[command]}
      read={(typed) => readAnswer(command, view.id, typed)}
      path={`/referrals/${view.id}/commands/${command}`}
      view={view}
      refresh={refresh}
      changes={changes}
      stillMay={bankMay(command, view)}
      onDone={() => onDone(say(`已答复：${title}`, `Answered: ${title}`))}
      onCancel={onClose}
    />
  )
}
