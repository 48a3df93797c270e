import * as z from 'zod'
import { basisWords } from '../indicators/indicator.ts'
import { indicatorNames } from '../indicators/indicators.ts'
import { CalendarDate, Instant, IssueId } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { Period } from './period-shape.ts'

/** One figure as it was said, with the issues that it stood on. */
export const FrozenFigure = z.object({
  name: z.enum(indicatorNames),
  basis: z.enum(keysOf(basisWords)),
  part: z.number(),
  whole: z.number().optional(),
  excluded: z.int(),
  text: z.string(),
  numerator: z.array(IssueId),
  denominator: z.array(IssueId),
})
export type FrozenFigure = z.infer<typeof FrozenFigure>

/** A report that was issued: it says what it said, whatever becomes of the issues. */
export const FrozenReport = z.object({
  id: z.string(),
  period: Period,
  title: z.string(),
  /** When the figures were read, and up to which day what was due is in them. */
  asOf: Instant,
  dueThrough: z.string().nullable(),
  /** On which days its issues were logged; absent where it is those of a month (`cohortMonth`). */
  loggedOn: z.object({ from: CalendarDate, to: CalendarDate }).optional(),
  issuedBy: z.string(),
  figures: z.array(FrozenFigure),
  /** Of everything above: a copy on paper can be held against it. */
  hash: z.string(),
})
export type FrozenReport = z.infer<typeof FrozenReport>

export const FigureChange = z.object({
  name: z.enum(indicatorNames),
  basis: z.enum(keysOf(basisWords)),
  said: z.string(),
  now: z.string(),
  /** Issues that stand in a part now and did not, and the other way round. */
  numerator: z.object({ added: z.array(IssueId), removed: z.array(IssueId) }),
  denominator: z.object({ added: z.array(IssueId), removed: z.array(IssueId) }),
})
export type FigureChange = z.infer<typeof FigureChange>

const changes = (before: readonly string[], after: readonly string[]) => ({
  added: after.filter((id) => !before.includes(id)),
  removed: before.filter((id) => !after.includes(id)),
})

const isEmpty = ({ added, removed }: ReturnType<typeof changes>) => added.length === 0 && removed.length === 0

/** What a recount finds different from what was said; nothing where all is as it was. */
export const compareFigures = (said: readonly FrozenFigure[], now: readonly FrozenFigure[]): FigureChange[] =>
  said.flatMap((before) => {
    const after = now.find((one) => one.name === before.name && one.basis === before.basis)
    const numerator = changes(before.numerator, after?.numerator ?? [])
    const denominator = changes(before.denominator, after?.denominator ?? [])
    const same = after?.text === before.text && isEmpty(numerator) && isEmpty(denominator)
    if (same) return []
    const { name, basis } = before
    return [{ name, basis, said: before.text, now: after?.text ?? '—', numerator, denominator }]
  })
