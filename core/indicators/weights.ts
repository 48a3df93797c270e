import * as z from 'zod'
import { CalendarDate, text, UnitId } from '../scalars.ts'

/**
 * How much an answer counts in a figure, as a dated record: offices differ in whether 基本满意 is 满意. Where there is
 * no record it counts fully. Silence is no answer, and no weight makes it one.
 */
export const FigureWeights = z.object({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: text(300),
  /** What one 基本满意 counts of one 满意, in basis points. */
  fairlySatisfiedBp: z.int().min(0).max(10_000),
})
export type FigureWeights = z.infer<typeof FigureWeights>

/** What one of a counter counts in a numerator; one that is not named counts one. */
export type Weights = Readonly<Record<string, number>>

/** The weights in force on a day: the latest record that has begun and has not ended. */
export const weightsOn = (records: readonly FigureWeights[], date: string): Weights => {
  const held = records.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === undefined || validTo >= date),
  )
  const [latest] = held.toSorted((a, b) => (a.validFrom > b.validFrom ? -1 : 1))
  return latest ? { 'satisfaction.fairly': latest.fairlySatisfiedBp / 10_000 } : {}
}
