import { type Path, parsePath, readPath, type Scope } from './paths.ts'
import { stateFault } from './state-error.ts'

export type Template = (scope: Scope) => unknown
export type Refuse = (what: string) => never

/** Compiles Parameters or a ResultSelector. Refuses intrinsic functions: a workflow does not compute. */
export function compileTemplate(value: unknown, refuse: Refuse): Template {
  if (Array.isArray(value)) {
    const items = value.map((item) => compileTemplate(item, refuse))
    return (scope) => items.map((item) => item(scope))
  }
  if (typeof value !== 'object' || value === null) return () => value
  const fields = Object.entries(value).map(([key, inner]): [string, Template] =>
    key.endsWith('.$')
      ? [key.slice(0, -2), reference(key, inner, refuse)]
      : [key, compileTemplate(inner, refuse)],
  )
  return (scope) => Object.fromEntries(fields.map(([key, inner]) => [key, inner(scope)]))
}

function reference(key: string, value: unknown, refuse: Refuse): Template {
  if (typeof value === 'string' && value.startsWith('States.')) {
    return refuse(`the intrinsic function "${value}" of "${key}" is not supported`)
  }
  const path = compilePath(value, key, refuse)
  return (scope) => needPath(path, scope, key)
}

export function compilePath(value: unknown, field: string, refuse: Refuse): Path {
  const path = typeof value === 'string' ? parsePath(value) : undefined
  return (
    path ??
    refuse(`"${field}" must be a plain path like $.a.b or $$.Task.Token, not ${JSON.stringify(value)}`)
  )
}

/** The value at the path; where there is none the execution fails as on AWS, past every Catch. */
export function needPath(path: Path, scope: Scope, field: string): unknown {
  const value = readPath(path, scope)
  if (value !== undefined) return value
  const input = JSON.stringify(scope.input)
  throw stateFault(
    'States.Runtime',
    `The JSONPath '${path.text}' specified for the field '${field}' could not be found in the input '${input}'`,
  )
}

/** Whether some value of the template reads this path, for instance $$.Task.Token. */
export function templateReads(value: unknown, path: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([key, inner]) => (key.endsWith('.$') && inner === path) || templateReads(inner, path),
  )
}
