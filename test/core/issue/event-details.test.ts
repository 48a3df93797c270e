import { describe, expect, it } from 'vitest'
import { eventDetails } from '../../../core/issue/event-details.ts'

const names: Record<string, string> = { talent: '人才局', tiancheng: '天成银行' }
const nameOf = (id: string) => names[id] ?? id
const zh = (fact: object) => eventDetails(fact, { say: (word) => word.zh, nameOf })
const en = (fact: object) => eventDetails(fact, { say: (word) => word.en, nameOf })

describe('what an event says, in words', () => {
  it.each<[string, object, string[]]>([
    ['posts', { posts: [{ id: 'P1', title: '普工', headcount: 32, kind: 'full' }] }, ['普工 32 人']],
    [
      'a funnel',
      { post: 'P1', on: '2026-11-20', counts: { introduced: 40, arrived: 12 } },
      ['P1', '日期 2026-11-20', '推荐 40', '到岗 12'],
    ],
    ['help', { kind: 'fair', on: '2026-11-20' }, ['招聘会', '日期 2026-11-20']],
    [
      'an offer of a bank',
      { bank: 'tiancheng', amountYuan: 3_000_000, rateBp: 385, termMonths: 12, credit: 'credit' },
      ['天成银行', '300 万元', '年利率 3.85%', '12 个月', '信用'],
    ],
    [
      'a bank that declines',
      { bank: 'tiancheng', code: 'tooYoung', next: 'otherProduct' },
      ['天成银行', expect.any(String), expect.any(String)] as string[],
    ],
    [
      'a need',
      { need: { amountYuan: 5_000_000, termMonths: 12, collateral: ['none'] } },
      ['500 万元', '12 个月'],
    ],
    ['a department', { department: 'talent', due: '2026-11-30T16:30:00Z' }, ['人才局', '期限 2026-12-01']],
    ['a decision', { granted: false }, ['不同意']],
    ['what was closed', { closure: 'solved' }, ['已解决']],
  ])('tells of %s', (_, fact, said) => {
    expect(zh(fact)).toEqual(said)
  })

  it('says it in English too', () => {
    expect(en({ amountYuan: 3_000_000, rateBp: 385 })).toEqual(['3,000,000 yuan', '3.85% a year'])
  })

  it('says the same thing once, and nothing of what is no one’s business', () => {
    expect(
      zh({ via: 'link', link: { hash: 'x' }, textVersion: '2026-1', department: 'talent', bank: 'talent' }),
    ).toEqual(['企业链接', '人才局'])
  })
})
