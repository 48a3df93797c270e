import * as z from 'zod'
import type { MachineName, WorkflowView } from '../../core/api/workflow.ts'
import bankReferral from '../../workflows/bank-referral.asl.json' with { type: 'json' }
import issueLifecycle from '../../workflows/issue-lifecycle.asl.json' with { type: 'json' }
import webhookDelivery from '../../workflows/webhook-delivery.asl.json' with { type: 'json' }

const Way = z.object({ Next: z.string(), StringEquals: z.string().optional() })
const Machine = z.object({
  StartAt: z.string(),
  States: z.record(
    z.string(),
    z.object({
      Type: z.enum(['Task', 'Choice', 'Wait', 'Pass', 'Succeed', 'Fail']),
      Resource: z.string().optional(),
      Next: z.string().optional(),
      Default: z.string().optional(),
      Choices: z.array(Way).default([]),
      Catch: z.array(Way).default([]),
    }),
  ),
})
type State = z.infer<typeof Machine>['States'][string]

const kindOf = ({ Type, Resource }: State): WorkflowView['states'][number]['kind'] => {
  if (Type === 'Choice') return 'choice'
  if (Type === 'Succeed') return 'end'
  if (Type === 'Fail') return 'fault'
  return Type === 'Wait' || Resource?.endsWith('.waitForTaskToken') ? 'wait' : 'work'
}

const waysOf = ({ Next, Default, Choices, Catch }: State) => [
  ...Choices.map(({ Next: to, StringEquals: when }) => ({ to, ...(when && { when }) })),
  ...(Next ? [{ to: Next }] : []),
  ...[...Catch.map((caught) => caught.Next), ...(Default ? [Default] : [])].map((to) => ({
    to,
    otherwise: true,
  })),
]

const viewOf = (name: MachineName, definition: unknown): WorkflowView => {
  const machine = Machine.parse(definition)
  return {
    name,
    start: machine.StartAt,
    states: Object.entries(machine.States).map(([state, is]) => ({
      name: state,
      kind: kindOf(is),
      ways: waysOf(is),
    })),
  }
}

const definitions = {
  'issue-lifecycle': issueLifecycle,
  'webhook-delivery': webhookDelivery,
  'bank-referral': bankReferral,
} as const satisfies Record<MachineName, unknown>

/** A machine as the very file says that runs. */
export const workflowView = (name: MachineName): WorkflowView => viewOf(name, definitions[name])
