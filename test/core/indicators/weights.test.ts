import { describe, expect, it } from 'vitest'
import { figureOf, standsIn } from '../../../core/indicators/read.ts'
import { type FigureWeights, weightsOn } from '../../../core/indicators/weights.ts'

const record = (validFrom: string, fairlySatisfiedBp: number): FigureWeights => ({
  id: 'office',
  validFrom,
  source: '企服〔2026〕3号',
  fairlySatisfiedBp,
})
const rated = { 'satisfaction.satisfied': 20, 'satisfaction.fairly': 7, 'satisfaction.dissatisfied': 3 }
const satisfied = (bp: number) =>
  figureOf('satisfied', 'cohort', rated, weightsOn([record('2026-01-01', bp)], '2026-11-30'))

describe('基本满意 in 满意率', () => {
  it('counts fully where the office has set nothing', () => {
    expect(figureOf('satisfied', 'cohort', rated)).toMatchObject({ part: 27, whole: 30, text: '90.0%' })
  })

  it.each([
    [10_000, 27, '90.0%'],
    [7_000, 24.9, '83.0%'],
    [0, 20, '66.7%'],
  ])('counts %i basis points of one 满意, and the denominator stays', (bp, part, text) => {
    expect(satisfied(bp)).toMatchObject({ part, whole: 30, text })
  })

  it('counts by the record of its time', () => {
    const records = [record('2026-01-01', 5_000), record('2026-12-01', 0)]
    expect(weightsOn(records, '2025-12-31')).toEqual({})
    expect(weightsOn(records, '2026-11-30')).toEqual({ 'satisfaction.fairly': 0.5 })
    expect(weightsOn(records, '2026-12-01')).toEqual({ 'satisfaction.fairly': 0 })
  })

  it('stands behind the numerator as long as it counts for something, and always behind the denominator', () => {
    const fairly = { 'satisfaction.fairly': 1 }
    const weights = (bp: number) => weightsOn([record('2026-01-01', bp)], '2026-11-30')
    expect(standsIn('satisfied', 'numerator', fairly, weights(5_000))).toBe(true)
    expect(standsIn('satisfied', 'numerator', fairly, weights(0))).toBe(false)
    expect(standsIn('satisfied', 'denominator', fairly, weights(0))).toBe(true)
  })
})
