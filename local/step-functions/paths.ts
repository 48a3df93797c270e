export type Path = { ofContext: boolean; keys: readonly (string | number)[]; text: string }

/** What a state can see: its effective input, and the context object, which is only made when asked for. */
export type Scope = { input: unknown; context: () => unknown }

const STEP = /\.([^.[\]()*?@'"\s$:,]+)|\['([^']*)'\]|\["([^"]*)"\]|\[(\d+)\]/y

/** The reference paths of ASL ($.a.b, $['a'], $.a[0], $$.Task.Token); undefined for wildcards, filters and slices. */
export function parsePath(text: string): Path | undefined {
  const ofContext = text.startsWith('$$')
  if (!text.startsWith('$')) return undefined
  const keys: (string | number)[] = []
  STEP.lastIndex = ofContext ? 2 : 1
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text)
    if (match === null) return undefined
    const [, dotted, single, double, index] = match
    keys.push(index === undefined ? (dotted ?? single ?? double ?? '') : Number(index))
  }
  return { ofContext, keys, text }
}

/** The value at the path; undefined where there is nothing, which JSON itself cannot hold. */
export function readPath(path: Path, scope: Scope): unknown {
  let value = path.ofContext ? scope.context() : scope.input
  for (const key of path.keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    if (typeof key === 'number' && !Array.isArray(value)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** A copy of the input with the value at the keys; what is not on the way is shared. Undefined if it cannot hold it. */
export function writeAt(input: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  const below = (Object.hasOwn(input, key) ? input[key as keyof typeof input] : undefined) ?? {}
  const written = writeAt(below, rest, value)
  return written === undefined ? undefined : { ...input, [key]: written }
}
