import * as z from 'zod'
import { IssueId, text, UnitId } from '../scalars.ts'

/** For leave or a change of post: what one person of a department has in hand goes to another. */
export const HandOverAll = z.strictObject({
  department: UnitId,
  from: UnitId,
  to: UnitId,
  text: text(500).optional(),
})
export const HandedOverAll = z.object({
  moved: z.int(),
  refused: z.array(z.object({ id: IssueId, why: z.string() })),
})
