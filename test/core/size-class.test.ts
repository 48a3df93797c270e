import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIndustryCode, sectionName } from '../../core/industry.ts'
import { type SizeFacts, sizeClass } from '../../core/size-class.ts'
import { SizeStandard } from '../../core/size-standard.ts'
import { sizeStandard2011 } from '../../core/size-standard-2011.ts'

const WAN = 10_000
const sizeOf = (facts: SizeFacts) => sizeClass(sizeStandard2011, facts)

describe('the size of a manufacturer', () => {
  it.each([
    ['小型, failing the medium revenue', 500, 1500, '小型'],
    ['微型, failing the small staff', 15, 5000, '微型'],
    ['中型, a little short of the large revenue', 1200, 39_999, '中型'],
    ['大型, exactly at both bounds', 1000, 40_000, '大型'],
  ])('is %s', (_case, staff, revenueWan, size) => {
    const facts = { industry: 'C39', staff, revenueYuan: revenueWan * WAN }
    expect(sizeOf(facts)).toEqual({ size, row: '工业', checked: true })
  })

  it('is one yuan short of the next class until the last yuan', () => {
    expect(sizeOf({ industry: 'C', staff: 300, revenueYuan: 2000 * WAN - 1 })).toMatchObject({ size: '小型' })
  })
})

describe('other industries have bounds of their own', () => {
  it.each([
    ['a farm by revenue alone', { industry: 'A01', revenueYuan: 500 * WAN }, '中型'],
    [
      'a builder by revenue and assets',
      { industry: 'E47', revenueYuan: 6000 * WAN, assetsYuan: 4999 * WAN },
      '小型',
    ],
    ['a wholesaler', { industry: 'F5112', staff: 20, revenueYuan: 5000 * WAN }, '中型'],
    ['a shop of the same figures', { industry: 'F52', staff: 20, revenueYuan: 5000 * WAN }, '小型'],
    ['a mover of loads', { industry: 'G591', staff: 100, revenueYuan: 1000 * WAN }, '小型'],
    ['a warehouse of the same figures', { industry: 'G592', staff: 100, revenueYuan: 1000 * WAN }, '中型'],
    ['a software house', { industry: 'I65', staff: 300, revenueYuan: 10_000 * WAN }, '大型'],
    ['a laboratory by staff alone', { industry: 'M73', staff: 99 }, '小型'],
  ])('%s', (_case, facts, size) => {
    expect(sizeOf(facts)).toMatchObject({ size })
  })

  it('marks the rows whose figures were seen in no publication', () => {
    expect(sizeOf({ industry: 'L72', staff: 5 })).toEqual({
      size: '微型',
      row: '租赁和商务服务业',
      checked: false,
    })
  })
})

describe('what is missing', () => {
  it.each([
    ['no industry', { staff: 500, revenueYuan: 1500 * WAN }, 'industry'],
    ['a code that is none', { industry: 'C51', staff: 500, revenueYuan: 1500 * WAN }, 'industry'],
    ['a section whose divisions differ', { industry: 'F', staff: 500, revenueYuan: 1500 * WAN }, 'industry'],
    ['no staff', { industry: 'C39', revenueYuan: 1500 * WAN }, 'staff'],
    ['no revenue', { industry: 'C39', staff: 500 }, 'revenue'],
    ['no assets', { industry: 'E', revenueYuan: 6000 * WAN }, 'assets'],
    [
      'a bank, for which there is no row',
      { industry: 'J66', staff: 500, revenueYuan: 1500 * WAN },
      'standard',
    ],
  ])('is named: %s', (_case, facts, unknown) => {
    expect(sizeOf(facts)).toEqual({ unknown })
  })

  it('is not asked for when it could change nothing', () => {
    expect(sizeOf({ industry: 'C39', staff: 15 })).toMatchObject({ size: '微型' })
    expect(sizeOf({ industry: 'C39', revenueYuan: 200 * WAN })).toMatchObject({ size: '微型' })
  })
})

describe('the table of thresholds', () => {
  it('passes its own check', () => {
    expect(SizeStandard.parse(sizeStandard2011)).toEqual(sizeStandard2011)
  })

  it('has one row at most for an industry', () => {
    const codes = sizeStandard2011.rows.flatMap(({ industries }) => industries)
    const overlapping = codes.filter((code, index) =>
      codes.some((other, at) => at !== index && other.startsWith(code)),
    )
    expect(overlapping).toEqual([])
  })

  it('never makes a firm smaller for having more', () => {
    const sizes = ['微型', '小型', '中型', '大型']
    const rank = (facts: SizeFacts) => {
      const answer = sizeOf(facts)
      return 'size' in answer ? sizes.indexOf(answer.size) : -1
    }
    const industry = fc.constantFrom(...sizeStandard2011.rows.flatMap(({ industries }) => industries))
    const staff = fc.nat(3000)
    const yuan = fc.nat(200_000).map((wan) => wan * WAN)
    fc.assert(
      fc.property(industry, staff, yuan, yuan, fc.nat(500), (code, people, revenueYuan, assetsYuan, more) => {
        const facts = { industry: code, staff: people, revenueYuan, assetsYuan }
        const grown = {
          industry: code,
          staff: people + more,
          revenueYuan: revenueYuan + more * WAN,
          assetsYuan: assetsYuan + more * WAN,
        }
        expect(rank(facts)).toBeGreaterThanOrEqual(0)
        expect(rank(grown)).toBeGreaterThanOrEqual(rank(facts))
      }),
    )
  })
})

describe('an industry code', () => {
  it.each(['C', 'C39', 'C391', 'C3912', 'A01', 'T97'])('%s is one', (code) => {
    expect(isIndustryCode(code)).toBe(true)
  })

  it.each(['', 'U', 'c39', 'C3', 'C51', '39', 'C39123', 'A00'])('%s is none', (code) => {
    expect(isIndustryCode(code)).toBe(false)
  })

  it('has the name of its section', () => {
    expect(sectionName('F5112')).toBe('批发和零售业')
    expect(sectionName('X')).toBeUndefined()
  })
})
