import { type Firm, tagsOn } from '../firm/firm.ts'
import { sizeOf } from '../firm/size.ts'
import type { SizeStandard } from '../size-standard.ts'
import type { Policy } from './policy.ts'

export type Verdict = 'meets' | 'doesNot' | 'cannotSay'
export type RuleName = 'park' | 'size' | 'industry' | 'tags' | 'deadline'
/** What the record lacks, so that it can be asked for. */
export type Lacks = 'park' | 'industry' | 'staff' | 'revenue' | 'assets' | 'tags' | 'standard'

export type RuleSaid = {
  readonly rule: RuleName
  readonly verdict: Verdict
  readonly zh: string
  readonly en: string
  readonly lacks?: Lacks
}
export type PolicyMatch = { readonly verdict: Verdict; readonly rules: readonly RuleSaid[] }
type On = { date: string; standard: SizeStandard }
type Rule = (policy: Policy, firm: Firm, on: On) => RuleSaid | undefined

const lacking: Record<Lacks, { zh: string; en: string }> = {
  park: { zh: '企业档案缺少所在园区', en: 'the record lacks the park' },
  industry: { zh: '企业档案缺少行业代码，或代码不够细', en: 'the record lacks a sufficient industry code' },
  staff: { zh: '企业档案缺少从业人数，不能判断规模', en: 'the record lacks the number of staff' },
  revenue: { zh: '企业档案缺少营业收入，不能判断规模', en: 'the record lacks the revenue' },
  assets: { zh: '企业档案缺少资产总额，不能判断规模', en: 'the record lacks the assets' },
  tags: { zh: '企业档案没有登记资质标签', en: 'no qualifications are recorded' },
  standard: { zh: '划型标准没有这个行业', en: 'the size standard has no row for the industry' },
}
const cannotSay = (rule: RuleName, lacks: Lacks): RuleSaid => ({
  rule,
  verdict: 'cannotSay',
  lacks,
  ...lacking[lacks],
})
const said = (rule: RuleName, meets: boolean, zh: string, en: string): RuleSaid => ({
  rule,
  verdict: meets ? 'meets' : 'doesNot',
  zh,
  en,
})

const park: Rule = ({ for: { parks } }, firm) => {
  if (!parks) return undefined
  if (!firm.park) return cannotSay('park', 'park')
  const meets = parks.includes(firm.park)
  const wanted = parks.join('、')
  return said(
    'park',
    meets,
    meets ? `在${firm.park}` : `限${wanted}，企业在${firm.park}`,
    `for ${wanted}; the firm is in ${firm.park}`,
  )
}

/** What the thresholds say stands above what the firm says of itself. */
const size: Rule = ({ for: { sizes } }, firm, { standard }) => {
  if (!sizes) return undefined
  const computed = sizeOf(standard, firm)
  const found = 'size' in computed ? computed.size : firm.size
  if (!found) return cannotSay('size', 'unknown' in computed ? computed.unknown : 'standard')
  const basis = 'size' in computed ? '按划型标准' : '按企业申报'
  const meets = (sizes as readonly string[]).includes(found)
  const zh = meets ? `${basis}为${found}` : `限${sizes.join('、')}企业，${basis}为${found}`
  return said('size', meets, zh, `for ${sizes.join(', ')}; the firm is ${found}`)
}

const industry: Rule = ({ for: { industries } }, firm) => {
  if (!industries) return undefined
  const code = firm.industry
  if (!code) return cannotSay('industry', 'industry')
  if (industries.some((wanted) => code.startsWith(wanted))) {
    return said('industry', true, `行业${code}在支持范围`, `industry ${code} is within`)
  }
  if (industries.some((wanted) => wanted.startsWith(code))) return cannotSay('industry', 'industry')
  const wanted = industries.join('、')
  return said('industry', false, `限行业${wanted}，企业为${code}`, `for ${wanted}; the firm is ${code}`)
}

const tags: Rule = ({ for: { tags: wanted } }, firm, { date }) => {
  if (!wanted) return undefined
  const has = tagsOn(firm, date).find((tag) => wanted.includes(tag))
  if (has) return said('tags', true, `有“${has}”`, `is ${has}`)
  const ended = firm.certificates?.find((one) => wanted.includes(one.tag) && one.expiresOn < date)
  if (ended) {
    const { tag, expiresOn } = ended
    return said('tags', false, `“${tag}”已于${expiresOn}到期`, `${tag} ended on ${expiresOn}`)
  }
  // That nothing was ever recorded says nothing about the firm.
  if (!firm.tags && !firm.certificates?.length) return cannotSay('tags', 'tags')
  const list = wanted.map((tag) => `“${tag}”`).join('、')
  return said('tags', false, `须有${list}之一`, `asks for one of ${wanted.join(', ')}`)
}

const deadline: Rule = ({ deadline: last }, _, { date }) => {
  if (!last) return undefined
  const open = last >= date
  return said(
    'deadline',
    open,
    open ? `${last}前申报` : `申报已于${last}截止`,
    open ? `apply by ${last}` : `closed on ${last}`,
  )
}

const rules: readonly Rule[] = [park, industry, size, tags, deadline]

/**
 * Whether a policy fits a firm on a day, rule by rule. One rule that it does not meet decides; else what the record
 * lacks keeps the answer open. Nothing is promised: who decides is the office that issued the policy.
 */
export const matchPolicy = (policy: Policy, firm: Firm, on: On): PolicyMatch => {
  const answers = rules.flatMap((rule) => rule(policy, firm, on) ?? [])
  const has = (verdict: Verdict) => answers.some((answer) => answer.verdict === verdict)
  return { verdict: has('doesNot') ? 'doesNot' : has('cannotSay') ? 'cannotSay' : 'meets', rules: answers }
}

const order: Record<Verdict, number> = { meets: 0, cannotSay: 1, doesNot: 2 }
/** What fits first, what ends soonest before that, so that no date is missed. */
export const inOrder = <T extends { policy: Policy; verdict: Verdict }>(matches: readonly T[]): T[] =>
  matches.toSorted(
    (a, b) =>
      order[a.verdict] - order[b.verdict] ||
      (a.policy.deadline ?? '9999').localeCompare(b.policy.deadline ?? '9999') ||
      a.policy.id.localeCompare(b.policy.id),
  )
