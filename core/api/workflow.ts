import * as z from 'zod'

/** The machines of the office, each a file of `workflows`; a page may draw any of them. */
export const machineNames = ['issue-lifecycle', 'bank-referral', 'webhook-delivery'] as const
export type MachineName = (typeof machineNames)[number]

/** A machine as it is drawn: its states in order, and where each may lead. */
export const WorkflowView = z.object({
  name: z.enum(machineNames),
  start: z.string(),
  states: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['work', 'wait', 'choice', 'end', 'fault']),
      ways: z.array(
        z.object({
          to: z.string(),
          /** The word on which a choice takes this way. */
          when: z.string().optional(),
          /** Taken only where the state does not end as planned: its time is up, or another took over. */
          otherwise: z.boolean().optional(),
        }),
      ),
    }),
  ),
})
export type WorkflowView = z.infer<typeof WorkflowView>
