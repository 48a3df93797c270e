import { describe, expect, it } from 'vitest'
import type { Firm } from '../../../core/firm/firm.ts'
import { inOrder, matchPolicy } from '../../../core/policy/match.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { sizeStandard2011 } from '../../../core/size-standard-2011.ts'

const policy: Policy = {
  id: 'p',
  validFrom: '2026-01-01',
  source: '示例',
  title: '示例',
  issuer: '示例',
  for: { parks: ['白马园区'], sizes: ['小型'], industries: ['C39'], tags: ['高新技术企业'] },
  deadline: '2026-12-31',
  howToApply: '窗口',
}
const firm: Firm = {
  uscc: '91511099MA6100017L',
  name: '内江甜城启明电子有限公司',
  park: '白马园区',
  industry: 'C3912',
  employees: 100,
  revenueYuan: 10_000_000,
  certificates: [{ tag: '高新技术企业', number: '1', expiresOn: '2026-12-01' }],
}
const on = { date: '2026-11-23', standard: sizeStandard2011 }
const ruleOf = (name: string, changed: Partial<Firm>, date = on.date) =>
  matchPolicy(policy, { ...firm, ...changed }, { ...on, date }).rules.find(({ rule }) => rule === name)

describe('a policy', () => {
  it('fits a firm that meets every rule, each with its reason', () => {
    const match = matchPolicy(policy, firm, on)
    expect(match.verdict).toBe('meets')
    expect(match.rules.map(({ rule, zh }) => [rule, zh])).toEqual([
      ['park', '在白马园区'],
      ['industry', '行业C3912在支持范围'],
      ['size', '按划型标准为小型'],
      ['tags', '有“高新技术企业”'],
      ['deadline', '2026-12-31前申报'],
    ])
  })

  it.each([
    ['park', { park: undefined }, 'park'],
    ['industry', { industry: undefined }, 'industry'],
    ['industry', { industry: 'C' }, 'industry'],
    ['size', { revenueYuan: undefined }, 'revenue'],
    ['size', { employees: undefined }, 'staff'],
    ['tags', { certificates: undefined }, 'tags'],
  ] as const)('cannot be said by %s for %o, and names what is missing', (rule, changed, lacks) => {
    expect(ruleOf(rule, changed as Partial<Firm>)).toMatchObject({ verdict: 'cannotSay', lacks })
  })

  it.each([
    ['park', { park: '高桥园区' }, '限白马园区，企业在高桥园区'],
    ['industry', { industry: 'F51' }, '限行业C39，企业为F51'],
    ['size', { employees: 5 }, '限小型企业，按划型标准为微型'],
    ['tags', { certificates: [], tags: ['规上'] }, '须有“高新技术企业”之一'],
  ] as const)('does not fit by %s, and says why', (rule, changed, zh) => {
    expect(ruleOf(rule, changed as unknown as Partial<Firm>)).toMatchObject({ verdict: 'doesNot', zh })
  })

  it('does not fit by a certificate that has run out, nor after its deadline', () => {
    expect(ruleOf('tags', {}, '2026-12-02')).toMatchObject({
      verdict: 'doesNot',
      zh: '“高新技术企业”已于2026-12-01到期',
    })
    expect(ruleOf('deadline', {}, '2027-01-01')).toMatchObject({ verdict: 'doesNot' })
  })

  it('takes the size that the firm states only where the thresholds cannot say', () => {
    expect(ruleOf('size', { employees: undefined, size: '小型' })).toMatchObject({
      verdict: 'meets',
      zh: '按企业申报为小型',
    })
    expect(ruleOf('size', { size: '大型' })).toMatchObject({ zh: '按划型标准为小型' })
  })

  it('that asks for nothing fits everyone', () => {
    const { deadline: _, ...open } = { ...policy, for: {} }
    expect(matchPolicy(open, firm, on)).toEqual({ verdict: 'meets', rules: [] })
  })
})

it('what fits stands first, and of that what ends soonest', () => {
  const row = (id: string, verdict: 'meets' | 'doesNot' | 'cannotSay', deadline?: string) => ({
    policy: { ...policy, id, deadline },
    verdict,
  })
  const rows = [
    row('d', 'doesNot'),
    row('a', 'meets'),
    row('b', 'meets', '2026-12-01'),
    row('c', 'cannotSay'),
  ]
  expect(inOrder(rows).map((one) => one.policy.id)).toEqual(['b', 'a', 'c', 'd'])
})
