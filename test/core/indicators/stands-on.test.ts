import { describe, expect, it } from 'vitest'
import { type IndicatorName, indicatorOf } from '../../../core/indicators/indicators.ts'
import { onPaper, standsOn } from '../../../core/indicators/stands-on.ts'

describe('what a figure stands on, on paper', () => {
  it.each<[IndicatorName, number, number | undefined, string]>([
    ['closed', 113, 116, '113/116'],
    ['accepted', 116, undefined, '116'],
    ['drawnYuan', 38_500_000, undefined, '3850 万元'],
    ['creditUsed', 25_000_050, 38_500_000, '25000050 元/3850 万元'],
    ['weightedRate', 14_180_000_000, 38_500_000, '—/3850 万元'],
    ['refundDeviation', -1_800_000_000, 7_920_000, '—/792 万元'],
  ])('of %s is what an official would write', (name, part, whole, text) => {
    expect(standsOn(indicatorOf(name), part, whole)).toBe(text)
  })

  it('writes lengths of time out', () => {
    expect(onPaper(indicatorOf('handlingMean'), { part: 750, text: '12.5 h' })).toBe('12.5 小时')
    expect(onPaper(indicatorOf('daysToFirstArrival'), { part: 7, text: '7.0 d' })).toBe('7.0 天')
    expect(onPaper(indicatorOf('daysToFirstArrival'), { part: 0, text: '—' })).toBe('—')
  })

  it('leaves the texts of figures that are no amounts as they are', () => {
    expect(onPaper(indicatorOf('closed'), { part: 113, text: '97.4%' })).toBe('97.4%')
    expect(onPaper(indicatorOf('drawnYuan'), { part: 800, text: '800 元' })).toBe('800 元')
  })
})
