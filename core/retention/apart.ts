import type { EventType } from '../issue/events.ts'

type Path = readonly string[]

/**
 * Fields of facts in which people write names and words of their own: stored with the words of the event, of which
 * only a salted digest stands in the chain, so that they can be erased. Facts of before stand whole and are read so.
 */
const keptApart: Partial<Record<EventType, readonly Path[]>> = {
  IssueLogged: [
    ['source', 'title'],
    ['source', 'outside', 'number'],
  ],
  ClosureProposed: [['citedElse']],
  FileAttached: [['file', 'name']],
}

/** Of these, what a fact cannot be read without once it is erased. */
const needed: Partial<Record<EventType, Path>> = { FileAttached: ['file', 'name'] }

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined

const read = (fields: Fields, [name = '', ...rest]: Path): unknown => {
  if (!Object.hasOwn(fields, name)) return undefined
  if (rest.length === 0) return fields[name]
  const inner = fieldsOf(fields[name])
  return inner && read(inner, rest)
}

const written = (fields: Fields, [name = '', ...rest]: Path, value: unknown): Fields => {
  if (rest.length > 0) return { ...fields, [name]: written(fieldsOf(fields[name]) ?? {}, rest, value) }
  const { [name]: _, ...others } = fields
  return value === undefined ? others : { ...others, [name]: value }
}

const pathsOf = (type: string): readonly Path[] => keptApart[type as EventType] ?? []

/** A fact as it is stored: what people wrote of themselves moved from its fields into its erasable note. */
export const setApart = <F extends Fields & { type: string; note?: unknown }>(fact: F): F => {
  const { note, ...plain } = fact
  const moved = pathsOf(fact.type).flatMap((path) => {
    const value = read(plain, path)
    return value === undefined ? [] : [{ path, value }]
  })
  if (moved.length === 0) return fact
  const left = moved.reduce<Fields>((fields, { path }) => written(fields, path, undefined), plain)
  const apart = Object.fromEntries(moved.map(({ path, value }) => [path.join('.'), value]))
  return { ...left, note: { ...fieldsOf(note), apart } } as unknown as F
}

/** The fact as it was decided, from its stored fields and what its note holds of them. */
export const joined = (fact: Fields & { type: string }, apart: unknown): Fields & { type: string } => {
  const held = fieldsOf(apart)
  if (!held) return fact
  const whole = pathsOf(fact.type).reduce<Fields>((fields, path) => {
    const value = held[path.join('.')]
    return value === undefined ? fields : written(fields, path, value)
  }, fact)
  return { ...whole, type: fact.type }
}

/** A fact whose note is gone: what cannot be missing is filled with the words that say so. */
export const readErased = (fact: Fields & { type: string }, placeholder: string) => {
  const path = needed[fact.type as EventType]
  const whole =
    path && read(fact, path) === undefined ? { ...written(fact, path, placeholder), type: fact.type } : fact
  // A consent's words are a name, and a file has none: nothing stands in their place.
  if (fact.type === 'ConsentGiven' || fact.type === 'FileAttached') return whole
  return {
    ...whole,
    note: fact.type === 'IssueLogged' ? { content: placeholder } : { text: placeholder },
  }
}
