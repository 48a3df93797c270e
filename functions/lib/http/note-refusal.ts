import type { Operation } from '../../../core/api/routes.ts'
import { isCommandName } from '../../../core/issue/commands.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { IssueId, Uscc, VisitId } from '../../../core/scalars.ts'
import type { Audit } from '../audit/audit.ts'

type Parameters = { id?: string; uscc?: string; command?: string } | undefined

const ids = [IssueId, Uscc, VisitId]
/** What somebody wrote into an address may be anything, a phone number too: only what is an id by its form is kept. */
const knownId = (text: string | undefined) =>
  text !== undefined && ids.some((id) => id.safeParse(text).success) ? text : undefined

/** Puts on record that somebody was refused something, in codes and ids alone. */
export const noteRefusal = (
  audit: Audit,
  operation: Operation,
  parameters: Parameters,
  { refused }: Refusal,
): void => {
  const command = parameters?.command
  const about = knownId(parameters?.id ?? parameters?.uscc)
  audit.note({
    type: 'Refused',
    what: command !== undefined && isCommandName(command) ? command : operation,
    result: refused,
    ...(about && { about }),
  })
}
