import type { IssueView } from '../../../../core/api/issue-view.ts'
import { canOffer } from '../../../../core/issue/readiness.ts'
import { lifecycle } from '../../../../core/lifecycle.ts'
import type { EventView, Me } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { type ButtonCommand, commandFields } from './command-fields.ts'
import { readInput, type Typed } from './command-input.ts'
import { Meanwhile } from './meanwhile.tsx'
import { stepsOf } from './open-form.ts'
import { StepForm } from './step-form.tsx'

import { useIssueAnew } from './use-issue-anew.ts'

type Props = {
  command: ButtonCommand
  view: IssueView
  me: Me
  events: EventView[]
  setSending: (sending: boolean) => void
  /** The field to begin with. */
  field?: string | undefined
  onClose: () => void
}

const begin = (command: ButtonCommand, { issue }: IssueView): Typed => {
  const suggested = issue.stage === 'logged' ? issue.leftToDispatcher?.suggestion : undefined
  return command === 'routeIssue' && suggested ? { department: suggested } : {}
}

/** One step of the lifecycle. */
export const CommandForm = ({ command, view, me, events, setSending, field, onClose }: Props) => {
  const say = useSay()
  const { issue } = view
  const refresh = useIssueAnew(issue.id)
  return (
    <StepForm
      title={say(lifecycle[command])}
      keptAs={stepsOf(issue.id)}
      of={command}
      begin={begin(command, view)}
      fields={commandFields[command]}
      first={field}
      issue={issue}
      read={(typed) => readInput(command, typed)}
      path={`/issues/${issue.id}/commands/${command}`}
      view={view}
      refresh={refresh}
      changes={(seen) => <Meanwhile events={events} seen={seen.version} />}
      stillMay={canOffer(command, issue, me)}
      onSending={setSending}
      onDone={onClose}
      onCancel={onClose}
    />
  )
}
