import { readPath, type Scope } from './paths.ts'
import { stateFault } from './state-error.ts'
import { compilePath, type Refuse } from './template.ts'

export type Test = (scope: Scope) => boolean

type Kind = 'String' | 'Numeric' | 'Timestamp' | 'Boolean'
type Compare = (order: number) => boolean

const COMPARISONS: Record<string, Compare> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  GreaterThan: (order) => order > 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThanEquals: (order) => order >= 0,
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

const isTimestamp = (value: unknown): value is string => typeof value === 'string' && RFC3339.test(value)

const TYPE_TESTS: Record<string, (value: unknown) => boolean> = {
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsString: (value) => typeof value === 'string',
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: isTimestamp,
}

const OPERATOR = /^(String|Numeric|Timestamp|Boolean)(Equals|(?:Less|Greater)Than(?:Equals)?)(Path)?$/

/** Compiles one rule of a Choice: And, Or, Not, or one operator of ASL on a Variable. */
export function compileRule(rule: Readonly<Record<string, unknown>>, refuse: Refuse): Test {
  const { Next: _next, Comment: _comment, Variable, ...operators } = rule
  const [entry, ...others] = Object.entries(operators)
  if (entry === undefined || others.length > 0) return refuse('a rule needs exactly one comparison')
  const [name, operand] = entry
  if (name === 'And' || name === 'Or') {
    if (!Array.isArray(operand) || operand.length === 0) return refuse(`"${name}" needs a list of rules`)
    const tests = operand.map((inner) => compileRule(asRule(inner, refuse), refuse))
    return name === 'And'
      ? (scope) => tests.every((test) => test(scope))
      : (scope) => tests.some((test) => test(scope))
  }
  if (name === 'Not') {
    const test = compileRule(asRule(operand, refuse), refuse)
    return (scope) => !test(scope)
  }
  return compileComparison(name, operand, Variable, refuse)
}

function compileComparison(name: string, operand: unknown, variable: unknown, refuse: Refuse): Test {
  const path = compilePath(variable, 'Variable', refuse)
  if (name === 'IsPresent') return (scope) => (readPath(path, scope) !== undefined) === operand

  const read = (scope: Scope) => {
    const value = readPath(path, scope)
    if (value !== undefined) return value
    const cause = `Invalid path '${path.text}': The choice state's condition path references an invalid value.`
    throw stateFault('States.Runtime', cause)
  }
  const typeTest = TYPE_TESTS[name]
  if (typeTest !== undefined) return (scope) => typeTest(read(scope)) === operand
  if (name === 'StringMatches') {
    if (typeof operand !== 'string') return refuse('"StringMatches" needs a string')
    const pattern = wildcard(operand)
    return (scope) => {
      const value = read(scope)
      return typeof value === 'string' && pattern.test(value)
    }
  }

  const [, kind, comparison = '', byPath] = OPERATOR.exec(name) ?? []
  const compare = COMPARISONS[comparison]
  if (kind === undefined || compare === undefined || (kind === 'Boolean' && comparison !== 'Equals')) {
    return refuse(`the comparison "${name}" is not supported`)
  }
  if (byPath !== undefined) {
    const other = compilePath(operand, name, refuse)
    return (scope) => compareAs(kind as Kind, compare, read(scope), readPath(other, scope))
  }
  if (!isOfKind(kind as Kind, operand))
    return refuse(`"${name}" cannot compare with ${JSON.stringify(operand)}`)
  return (scope) => compareAs(kind as Kind, compare, read(scope), operand)
}

function compareAs(kind: Kind, compare: Compare, left: unknown, right: unknown): boolean {
  if (!isOfKind(kind, left) || !isOfKind(kind, right)) return false
  const [a, b] = kind === 'Timestamp' ? [Date.parse(String(left)), Date.parse(String(right))] : [left, right]
  return compare(a === b ? 0 : a < b ? -1 : 1)
}

function isOfKind(kind: Kind, value: unknown): value is string | number | boolean {
  if (kind === 'Timestamp') return isTimestamp(value)
  return typeof value === (kind === 'Numeric' ? 'number' : kind.toLowerCase())
}

function asRule(rule: unknown, refuse: Refuse): Record<string, unknown> {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule))
    return refuse('a rule must be an object')
  return rule as Record<string, unknown>
}

/** "log-*.txt" with \* for the character itself. */
function wildcard(text: string): RegExp {
  const source = text.replace(/\\([*\\])|\*|[.*+?^${}()|[\]\\]/g, (found, escaped) =>
    escaped === undefined ? (found === '*' ? '.*' : `\\${found}`) : `\\${escaped}`,
  )
  return new RegExp(`^${source}$`, 's')
}
