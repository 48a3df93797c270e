import * as z from 'zod'
import { IssueId, UnitId } from './scalars.ts'
import { keysOf, roleWords } from './words.ts'

/** Who gives a command or asks a question: a person with a role in a unit, the firm by its link, or the system. */
export const Principal = z.object({
  id: z.string().min(1).max(80),
  name: z.string().max(80),
  role: z.enum(keysOf(roleWords)),
  team: UnitId.optional(),
  department: UnitId.optional(),
  bank: UnitId.optional(),
  /** Units besides the own one for which this person acts. */
  liaisonOf: z.array(UnitId).optional(),
  /** The one issue that a link opens. */
  issue: IssueId.optional(),
  /** The one referral of that issue that a bank's link opens. */
  referral: z.string().max(3).optional(),
})
export type Principal = z.infer<typeof Principal>

/** Workflow tasks and consumers act under this name; nobody can sign in as it. */
export const theSystem: Principal = { id: 'system', name: '系统', role: 'system' }
