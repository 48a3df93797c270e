import { describe, expect, it } from 'vitest'
import { disclaimer, matchProducts, productsOn } from '../../../core/financing/match.ts'
import { aMaker, aNeed, answerTo, on, sampleRecords, withRules } from './products.ts'

const summary = (firm = aMaker, need = aNeed) =>
  matchProducts(sampleRecords, firm, need, on).items.map(
    ({ product, notMet, unknown }) => `${product.name} ${notMet}/${unknown}`,
  )

describe('the sample products', () => {
  it('all fit a small maker of a park with a certificate; the lowest cap of the rate comes first', () => {
    expect(summary()).toEqual(['园保贷 0/0', '科创贷 0/0', '小微贷 0/0'])
  })

  it('put what fits before what might, and what does not fit last', () => {
    const { tags: _, ...untagged } = aMaker
    expect(summary(untagged, { ...aNeed, amountYuan: 9_000_000 })).toEqual([
      '园保贷 0/0',
      '科创贷 0/1',
      '小微贷 1/0',
    ])
  })

  it('ask for what they need where little is known', () => {
    const [first] = matchProducts(sampleRecords, {}, {}, on).items.filter(
      ({ product }) => product.id === 'park-guarantee',
    )
    expect(
      first?.rules.map(({ rule, answer, missing }) => [rule, answer, missing.map(({ datum }) => datum)]),
    ).toEqual([
      ['park', 'unknown', ['park']],
      ['size', 'unknown', ['industry']],
      ['age', 'unknown', ['registeredOn']],
      ['amount', 'unknown', ['amount']],
      ['term', 'unknown', ['term']],
    ])
  })

  it('show each rule with its words, its source and what it was held against', () => {
    const [park] = matchProducts(sampleRecords, aMaker, aNeed, on).items
    expect(park?.rules.map(({ text, found }) => `${text}：${found}`)).toEqual([
      '企业位于白马园区、高桥园区、汉安孵化器：白马园区',
      expect.stringMatching(/^企业规模为微型、小型、中型：小型（按中小企业划型标准规定.*，工业）$/),
      '成立满1年：2013-02-15成立',
      '贷款金额不超过1500万元：200万元',
      '贷款期限不超过1年：1年',
    ])
    expect(park?.rules.every(({ source }) => source.includes('园保贷公开报道'))).toBe(true)
  })

  it('show the highest rate by the LPR of the day, and that the LPR has to be checked', () => {
    const micro = productsOn(sampleRecords, on).find(({ id }) => id === 'micro')
    expect(micro?.rateCap).toEqual({ overLprBp: 200, lpr: 'oneYear', highestBp: 500, toCheck: true })
  })

  it('are no rating: the answer says that the bank alone decides', () => {
    const answer = matchProducts(sampleRecords, aMaker, aNeed, on)
    expect(answer.disclaimer).toEqual(disclaimer)
    expect(JSON.stringify(answer)).not.toMatch(/score|rating":/)
  })

  it('name only banks that are in the office, and leave out a product that none of them offers', () => {
    const one = { ...sampleRecords, banks: [{ id: 'tuojiang', name: '沱江银行' }] }
    expect(productsOn(one, on).map(({ name, banks }) => [name, banks])).toEqual([
      ['园保贷', one.banks],
      ['小微贷', one.banks],
    ])
  })
})

describe('a product', () => {
  it('is matched in the wording of the day, and not before it began or after it ended', () => {
    const [first] = withRules({ rule: 'amount', upTo: 100 }).products
    if (!first) throw new Error('no product')
    const records = {
      ...sampleRecords,
      products: [
        { ...first, validTo: '2026-12-31' },
        { ...first, validFrom: '2026-07-01', validTo: '2026-12-31', name: '新贷' },
      ],
    }
    const names = (date: string) =>
      matchProducts(records, {}, {}, date).items.map(({ product }) => product.name)
    expect(['2019-12-31', '2020-01-01', '2026-07-01', '2027-01-01'].map(names)).toEqual([
      [],
      ['某贷'],
      ['新贷'],
      [],
    ])
  })

  it('without rules fits everyone: nothing is left to check', () => {
    expect(matchProducts(withRules(), {}, {}, on).items).toMatchObject([{ notMet: 0, unknown: 0, rules: [] }])
  })
})

describe('a rule', () => {
  it.each([
    ['inside the parks it names', { rule: 'park', in: ['白马园区'] }, { park: '白马园区' }, 'meets'],
    ['outside them', { rule: 'park', in: ['白马园区'] }, { park: '城区' }, 'fails'],
    ['in the industry of a shorter code', { rule: 'industry', in: ['C'] }, { industry: 'C39' }, 'meets'],
    ['in another industry', { rule: 'industry', in: ['C'] }, { industry: 'F52' }, 'fails'],
    ['where the code is too short to tell', { rule: 'industry', in: ['C39'] }, { industry: 'C' }, 'unknown'],
    ['in a barred industry', { rule: 'industry', except: ['K70'] }, { industry: 'K7010' }, 'fails'],
    ['perhaps in a barred industry', { rule: 'industry', except: ['K7010'] }, { industry: 'K' }, 'unknown'],
    ['in an industry that nobody bars', { rule: 'industry', except: ['K7010'] }, { industry: 'C' }, 'meets'],
    [
      'barred within what is let in',
      { rule: 'industry', in: ['C'], except: ['C16'] },
      { industry: 'C16' },
      'fails',
    ],
    [
      'let in beside what is barred',
      { rule: 'industry', in: ['C'], except: ['C16'] },
      { industry: 'C39' },
      'meets',
    ],
    ['with a certificate', { rule: 'tag', anyOf: ['科小'] }, { tags: [{ name: '科小' }] }, 'meets'],
    [
      'on the last day of a certificate',
      { rule: 'tag', anyOf: ['科小'] },
      { tags: [{ name: '科小', validTo: on }] },
      'meets',
    ],
    [
      'the day after a certificate ended',
      { rule: 'tag', anyOf: ['科小'] },
      { tags: [{ name: '科小', validTo: '2026-03-10' }] },
      'fails',
    ],
    ['with none of the certificates', { rule: 'tag', anyOf: ['科小'] }, { tags: [] }, 'fails'],
    ['a year old today', { rule: 'age', from: 12 }, { registeredOn: '2025-03-11' }, 'meets'],
    ['a year old tomorrow', { rule: 'age', from: 12 }, { registeredOn: '2025-03-12' }, 'fails'],
    ['at most five years old today', { rule: 'age', upTo: 60 }, { registeredOn: '2021-03-11' }, 'meets'],
    ['over five years old', { rule: 'age', upTo: 60 }, { registeredOn: '2021-03-10' }, 'fails'],
    ['not yet registered', { rule: 'age', upTo: 60 }, { registeredOn: '2026-03-12' }, 'fails'],
    ['with the tax grade', { rule: 'taxGrade', in: ['A', 'B'] }, { taxCreditGrade: 'B' }, 'meets'],
    ['with another tax grade', { rule: 'taxGrade', in: ['A', 'B'] }, { taxCreditGrade: 'M' }, 'fails'],
    ['with the revenue', { rule: 'revenue', from: 5, upTo: 9 }, { revenueYuan: 9 }, 'meets'],
    ['with more revenue', { rule: 'revenue', from: 5, upTo: 9 }, { revenueYuan: 10 }, 'fails'],
    ['entered as small', { rule: 'size', in: ['小型'] }, { size: '小型' }, 'meets'],
    [
      'small by its figures though entered as large',
      { rule: 'size', in: ['小型'] },
      { ...aMaker, size: '大型' },
      'meets',
    ],
    [
      'small or micro whatever its revenue',
      { rule: 'size', in: ['微型', '小型'] },
      { industry: 'C39', staff: 46 },
      'meets',
    ],
    ['large only if its revenue is', { rule: 'size', in: ['大型'] }, { industry: 'C39', staff: 46 }, 'fails'],
    ['micro by few staff', { rule: 'size', in: ['微型'] }, { industry: 'C39', staff: 8 }, 'meets'],
  ] as const)('answers for a firm %s', (_case, rule, firm, answer) => {
    expect(answerTo(rule, firm).answer).toBe(answer)
  })

  it.each([
    ['the very amount', { rule: 'amount', upTo: 5 }, { amountYuan: 5 }, 'meets'],
    ['a yuan more', { rule: 'amount', upTo: 5 }, { amountYuan: 6 }, 'fails'],
    ['less than the least', { rule: 'amount', from: 5 }, { amountYuan: 4 }, 'fails'],
    ['a longer term', { rule: 'term', upTo: 12 }, { termMonths: 13 }, 'fails'],
    [
      'one of its collaterals',
      { rule: 'collateral', anyOf: ['equity'] },
      { collateral: ['equity', 'none'] },
      'meets',
    ],
    ['other collateral', { rule: 'collateral', anyOf: ['equity'] }, { collateral: ['none'] }, 'fails'],
    ['its purpose', { rule: 'purpose', anyOf: ['research'] }, { purpose: 'research' }, 'meets'],
    ['another purpose', { rule: 'purpose', anyOf: ['research'] }, { purpose: 'equipment' }, 'fails'],
    ['a first loan', { rule: 'firstLoan', is: true }, { firstLoan: true }, 'meets'],
    ['a further loan', { rule: 'firstLoan', is: true }, { firstLoan: false }, 'fails'],
  ] as const)('answers for a need with %s', (_case, rule, need, answer) => {
    expect(answerTo(rule, {}, need).answer).toBe(answer)
  })

  it.each([
    [{ rule: 'size', in: ['小型'] }, { industry: 'C39' }, 'staff'],
    [{ rule: 'size', in: ['小型'] }, { industry: 'C39', staff: 46 }, 'revenue'],
    [{ rule: 'size', in: ['小型'] }, { industry: 'E47', revenueYuan: 5_000_000 }, 'assets'],
    [{ rule: 'size', in: ['小型'] }, { industry: 'G' }, 'industry'],
    [{ rule: 'size', in: ['小型'] }, { industry: 'J66' }, 'size'],
    [{ rule: 'collateral', anyOf: ['none'] }, {}, 'collateral'],
    [{ rule: 'purpose', anyOf: ['research'] }, {}, 'purpose'],
    [{ rule: 'firstLoan', is: true }, {}, 'firstLoan'],
    [{ rule: 'tag', anyOf: ['科小'] }, {}, 'tags'],
  ] as const)('%o names the datum that it lacks', (rule, firm, datum) => {
    expect(answerTo(rule, firm)).toMatchObject({ answer: 'unknown', missing: [{ datum }] })
  })

  it('is shown in the words of the paper where the record quotes them, with the paper that they stand in', () => {
    const rule = {
      rule: 'amount',
      upTo: 5_000_000,
      text: '单户授信不超过500万元',
      source: '某通知第三条',
    } as const
    expect(answerTo(rule, {})).toMatchObject({ text: '单户授信不超过500万元', source: '某通知第三条' })
  })
})
