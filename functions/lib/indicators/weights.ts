import { type Weights, weightsOn } from '../../../core/indicators/weights.ts'
import { dateAdd, dateAddMonths, localDate } from '../../../core/zone-time.ts'
import type { Container } from '../container.ts'

/** The weights by which figures up to a day are told: those in force on it, or today where it has not come. */
export const weightsUpTo = async (container: Container): Promise<(lastDay: string) => Weights> => {
  const { figureWeights } = await container.reference()
  const today = localDate(container.now())
  return (lastDay) => weightsOn(figureWeights, lastDay < today ? lastDay : today)
}

export const lastDayOf = (month: string): string => dateAdd(dateAddMonths(`${month}-01`, 1), -1)
