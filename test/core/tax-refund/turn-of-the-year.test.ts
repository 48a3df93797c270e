import { describe, expect, it } from 'vitest'
import { type Asked, aManufacturer, aWholesaler, estimate } from './firms.ts'

/** A wholesaler whose credit grew in 2025 and no more in January 2026. */
const balancesYuan = {
  '2024-12': 100_000,
  '2025-07': 300_000,
  '2025-08': 400_000,
  '2025-09': 500_000,
  '2025-10': 600_000,
  '2025-11': 700_000,
  '2025-12': 900_000,
  '2026-01': 1_000_000,
}
const wholesaler = (filingMonth: string, changes: Asked = {}) =>
  estimate(aWholesaler(0, { filingMonth, balancesYuan, ...changes }))

describe('class C at the turn of the year', () => {
  it('gets 480,000 in January, where February, with its later base, would bring nothing', () => {
    const { amountYuan, beside } = wholesaler('2026-01')
    expect(amountYuan).toBe(480_000)
    expect(beside).toMatchObject({ filingMonth: '2026-02', amountYuan: 0, verdict: 'no' })
    expect(beside?.note).toBe(
      '2026年1月申请以2024年12月31日为基期，2026年2月申请以2025年12月31日为基期，结果可能相差很大。2026年1月申请比2026年2月申请多480,000元。',
    )
  })

  it('sees January beside February', () => {
    const { amountYuan, beside } = wholesaler('2026-02')
    expect(amountYuan).toBe(0)
    expect(beside).toMatchObject({ filingMonth: '2026-01', amountYuan: 480_000 })
  })

  it('can also gain by waiting for February', () => {
    const grownLate = { ...balancesYuan, '2024-12': 700_000, '2026-01': 2_000_000 }
    const { amountYuan, beside } = wholesaler('2026-01', { balancesYuan: grownLate })
    expect([amountYuan, beside?.amountYuan]).toEqual([0, 660_000])
  })

  it('is told in January what the balance at its end must come to', () => {
    const { '2026-01': _, ...known } = balancesYuan
    const { beside } = wholesaler('2026-01', { balancesYuan: known })
    expect(beside).toMatchObject({ verdict: 'unknown', missing: [{ pointer: '/balancesYuan/2026-01' }] })
    expect(beside?.amountYuan).toBeUndefined()
    expect(beside?.note).toContain('2026年1月末留抵税额须达到1,400,000元')
  })

  it('sees April beside January where it files by the quarter', () => {
    const quarters = { '2024-12': 100_000, '2025-09': 500_000, '2025-12': 900_000, '2026-03': 1_500_000 }
    const { amountYuan, beside } = wholesaler('2026-01', { filesQuarterly: true, balancesYuan: quarters })
    expect(amountYuan).toBe(480_000)
    expect(beside).toMatchObject({ filingMonth: '2026-04', amountYuan: 360_000 })
  })

  it.each(['2026-03', '2025-12'])('has nothing beside it in %s', (filingMonth) => {
    expect(wholesaler(filingMonth).beside).toBeUndefined()
  })

  it('is no matter for class A', () => {
    expect(estimate(aManufacturer({ filingMonth: '2026-01', balancesYuan })).beside).toBeUndefined()
  })
})
