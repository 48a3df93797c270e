import type { Variable } from '../catalogue-kinds.ts'

/** The variables that a function declares, or one sentence that names all that are missing. */
export const readEnvironment = <V extends Variable>(
  names: readonly V[],
  from: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<V, string>> => {
  const missing = names.filter((name) => !from[name])
  if (missing.length > 0) throw new Error(`missing in the environment: ${missing.join(', ')}`)
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Record<V, string>
}
