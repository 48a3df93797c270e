import type { IssueView } from '../../../../core/api/issue-view.ts'
import { referralCommands } from '../../../../core/issue/commands/referral.ts'
import { referralSteps } from '../../../../core/lifecycle/referral.ts'
import type { EventView } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { readFields, type Typed } from './command-input.ts'
import type { FinanceForm as Described } from './finance-fields.ts'
import { Meanwhile } from './meanwhile.tsx'
import { StepForm } from './step-form.tsx'
import { useIssueAnew } from './use-issue-anew.ts'

type Props = {
  form: Described
  view: IssueView
  events: EventView[]
  begin: Typed
  /** The field to begin with. */
  first: string | undefined
  onClose: () => void
}

/** One step of the finance office. */
export const FinanceForm = ({ form, view, events, begin, first, onClose }: Props) => {
  const say = useSay()
  const { command, fields, fixed } = form
  const { id } = view.issue
  const refresh = useIssueAnew(id)
  return (
    <StepForm
      title={say(referralSteps[command])}
      keptAs={`finance:${id}:${command}`}
      begin={begin}
      fields={fields}
      first={first}
      read={(typed) => readFields(fields, referralCommands[command], typed, fixed)}
      path={`/issues/${id}/commands/${command}`}
      view={view}
      refresh={refresh}
      changes={(seen) => <Meanwhile events={events} seen={seen.version} />}
      onDone={onClose}
      onCancel={onClose}
    />
  )
}
