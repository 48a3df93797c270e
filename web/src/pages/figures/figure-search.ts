import { type Breakdown, breakdownWords } from '../../../../core/indicators/breakdowns.ts'
import type { Basis } from '../../../../core/indicators/indicator.ts'

const parts = ['numerator', 'denominator', 'excluded'] as const
export type FigurePart = (typeof parts)[number]

/** What the page of figures shows, as the address has it: a figure that was opened can be gone back to. */
export type FigureSearch = {
  month?: string
  by?: Breakdown
  figure?: string
  basis?: Basis
  of?: string
  part?: FigurePart
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

export const readFigureSearch = (search: Record<string, unknown>): FigureSearch => {
  const month = text(search.month)
  const by = text(search.by)
  const figure = text(search.figure)
  const of = text(search.of)
  const part = parts.find((one) => one === search.part)
  return {
    ...(month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) && { month }),
    ...(by && Object.hasOwn(breakdownWords, by) && { by: by as Breakdown }),
    ...(figure && { figure }),
    ...((search.basis === 'due' || search.basis === 'cohort') && { basis: search.basis }),
    ...(of && { of }),
    ...(part && { part }),
  }
}
