import { describe, expect, it } from 'vitest'
import type { RoutingRule } from '../../core/reference/records.ts'
import { routeByRules } from '../../core/routing.ts'
import type { Category } from '../../core/words.ts'
import { aLoggedIssue } from './an-issue.ts'
import { given } from './given.ts'
import { at, reference } from './office.ts'
import { command } from './usual.ts'

const issueOf = (category: Category, content: string, tags?: string[]) => ({ category, content, tags })
const rules = reference.routingRule
const parks: RoutingRule = {
  id: 'parks',
  validFrom: '2020-01-01',
  source: '测试',
  category: 'policy',
  department: 'parks',
  keywords: ['补贴'],
}

describe('the default rules send', () => {
  it.each<[string, Category, string]>([
    ['talent', 'policy', '高层次人才安家补贴的申报条件不清楚。'],
    ['talent', 'policy', '引才奖励什么时候兑现'],
    ['talent', 'hiring', '急需数控车工20人'],
    ['finance', 'financing', '流动资金缺口300万'],
    ['tax', 'taxRefund', '留抵退税怎么申请'],
    ['innovation', 'policy', '高新技术企业认定的申报材料'],
    ['innovation', 'policy', '技改奖补政策咨询'],
    ['parks', 'other', '园区道路坑洼，货车难行。'],
    ['parks', 'other', '雨季排水不畅，厂区积水'],
    ['parks', 'other', '园区没有公交，职工上下班难'],
  ])('to %s: %s, %s', (department, category, content) => {
    expect(routeByRules(issueOf(category, content), rules)).toMatchObject({ certain: true, department })
  })

  it.each([
    ['parks', '用电容量不足，申请增容手续慢。'],
    ['service-centre', '不动产权证办理缺原开发商资料。'],
  ])('to nobody, but suggest %s: %s', (suggestion, content) => {
    expect(routeByRules(issueOf('other', content), rules)).toEqual({ certain: false, suggestion })
  })

  it('to nobody, without a suggestion, what no rule speaks of', () => {
    expect(routeByRules(issueOf('other', '食堂饭菜贵'), rules)).toEqual({ certain: false })
  })
})

describe('a rule', () => {
  it('is named with its date, so that the issue says why it went where it went', () => {
    expect(routeByRules(issueOf('hiring', '招工难'), rules)).toMatchObject({ rule: 'hiring@2020-01-01' })
  })

  it('that names a word of the issue goes before the general rule of its category', () => {
    const answer = routeByRules(issueOf('policy', '厂房补贴'), [...rules, parks])
    expect(answer).toMatchObject({ certain: true, department: 'parks', rule: 'parks@2020-01-01' })
  })

  it('that names a tag of the issue does so too', () => {
    const byTag = { ...parks, keywords: undefined, tags: ['园区'] }
    expect(routeByRules(issueOf('policy', '厂房奖补', ['园区']), [...rules, byTag])).toMatchObject({
      department: 'parks',
    })
  })

  it('that disagrees with another decides nothing: the dispatcher does', () => {
    const answer = routeByRules(issueOf('policy', '高层次人才安家补贴'), [...rules, parks])
    expect(answer).toEqual({ certain: false })
  })

  it('that agrees with another is as good as one alone', () => {
    const answer = routeByRules(issueOf('policy', '人才购房补贴'), [
      ...rules,
      { ...parks, department: 'talent' },
    ])
    expect(answer).toMatchObject({ certain: true, department: 'talent' })
  })

  it('that decides is the one named, also where one that only suggests comes first', () => {
    const answer = routeByRules(issueOf('other', '停电又积水，供电抢修难'), rules.toReversed())
    expect(answer).toMatchObject({ certain: true, rule: 'roads-and-drains@2020-01-01' })
  })

  it('of another category is not asked', () => {
    expect(routeByRules(issueOf('other', '补贴'), [parks])).toEqual({ certain: false })
  })

  it('finds the same whatever the order in which the rules are kept', () => {
    const issue = issueOf('policy', '高层次人才安家补贴')
    expect(routeByRules(issue, rules.toReversed())).toEqual(routeByRules(issue, rules))
  })
})

describe('routing by the rules', () => {
  const withRules = (routingRule: RoutingRule[]) => ({ reference: { ...reference, routingRule } })
  const hiring: RoutingRule = {
    id: 'hiring',
    validFrom: '2020-01-01',
    source: '测试',
    category: 'hiring',
    department: 'talent',
  }
  const routing = (more = {}) => given(aLoggedIssue()).when(command('routeByRules'), more)

  it('does not use a rule that has ended', () => {
    routing(withRules([{ ...hiring, validTo: '2026-11-22' }])).makes({ type: 'RoutingLeftToDispatcher' })
  })

  it('uses a rule on its last day', () => {
    routing(withRules([{ ...hiring, validTo: '2026-11-23' }])).makes({ type: 'IssueRouted' })
  })

  it('does not use a rule before its first day', () => {
    routing(withRules([{ ...hiring, validFrom: '2026-11-24' }])).makes({ type: 'RoutingLeftToDispatcher' })
  })

  it('uses the rule of the day where a new one has replaced it', () => {
    routing(withRules([hiring, { ...hiring, validFrom: '2026-11-01', department: 'parks' }])).makes({
      type: 'IssueRouted',
      department: 'parks',
      basis: { by: 'rule', rule: 'hiring@2026-11-01' },
    })
  })

  it('counts the day as the office does, not as the machines do', () => {
    const earlyOnTuesday = at('2026-11-24', '07:00')
    routing({ ...withRules([{ ...hiring, validFrom: '2026-11-24' }]), now: earlyOnTuesday }).makes({
      type: 'IssueRouted',
    })
  })

  it('leaves to the dispatcher what a rule sends to a department that is no longer in use', () => {
    const fact = routing(withRules([{ ...hiring, department: 'closed-bureau' }])).fact(
      'RoutingLeftToDispatcher',
    )
    expect(fact.suggestion).toBeUndefined()
  })

  it('keeps the suggestion for the dispatcher to see', () => {
    given(aLoggedIssue({ category: 'other', note: { content: '用电容量不足' } }))
      .when(command('routeByRules'))
      .makes({ type: 'RoutingLeftToDispatcher', suggestion: 'parks' })
  })

  const fromTheLedger = (ledgerDepartment: string) =>
    given(aLoggedIssue({ ledgerDepartment })).when(command('routeByRules'))

  it('follows the department that the ledger named before any rule', () => {
    fromTheLedger('税务局').makes({ type: 'IssueRouted', department: 'tax', basis: { by: 'ledger' } })
  })

  it('asks the rules where the ledger named a department that the office does not have', () => {
    fromTheLedger('镇政府').makes({
      type: 'IssueRouted',
      department: 'talent',
      basis: { by: 'rule', rule: 'hiring@2020-01-01' },
    })
  })
})
