import type { RoutingRule } from './reference/records.ts'
import type { Category } from './words.ts'

type Routable = { category: Category; content: string; tags?: readonly string[] | undefined }

/** Where the rules send an issue; or that they cannot tell, with a suggestion where one offers itself. */
export type RoutingAnswer =
  | { certain: true; department: string; rule: string }
  | { certain: false; suggestion?: string }

const speaksOf = (rule: RoutingRule, issue: Routable) => {
  const byWord = rule.keywords?.some((word) => issue.content.includes(word)) ?? false
  const byTag = rule.tags?.some((tag) => issue.tags?.includes(tag)) ?? false
  return byWord || byTag
}

const isGeneral = (rule: RoutingRule) => !rule.keywords?.length && !rule.tags?.length

const departments = (rules: readonly RoutingRule[]) => new Set(rules.map((rule) => rule.department))

/**
 * A rule that names a word or tag of the issue goes before the general rule of its category. Two rules that
 * disagree decide nothing: the dispatcher does.
 */
export const routeByRules = (issue: Routable, rules: readonly RoutingRule[]): RoutingAnswer => {
  const ofCategory = rules.filter((rule) => rule.category === issue.category)
  const special = ofCategory.filter((rule) => !isGeneral(rule) && speaksOf(rule, issue))
  const speaking = special.length > 0 ? special : ofCategory.filter(isGeneral)
  const [first] = speaking
  if (!first || departments(speaking).size > 1) return { certain: false }
  const decides = speaking.find((rule) => !rule.suggestsOnly)
  if (!decides) return { certain: false, suggestion: first.department }
  return { certain: true, department: decides.department, rule: `${decides.id}@${decides.validFrom}` }
}
