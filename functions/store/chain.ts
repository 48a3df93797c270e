import { createHash, randomBytes } from 'node:crypto'

/** JSON with sorted keys: the same facts always give the same text, whatever order they were written in. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

/** What is hashed of an event: all of it but its words, of which only the salted digest stands in the chain. */
export type Link = {
  seq: number
  at: string
  by: string
  fact: Record<string, unknown>
  noteDigest?: string | undefined
  /** The request and the role; links of before there was such a thing have none, and hash as they did. */
  via?: { role: string; request: string } | undefined
  prev: string
}

export const linkHash = ({ seq, at, by, fact, noteDigest, via, prev }: Link): string =>
  sha256(canonical({ seq, at, by, fact, noteDigest, via, prev }))

/** The digest of anything that is JSON. */
export const digestOf = (value: unknown): string => sha256(canonical(value))

export const newSalt = () => randomBytes(12).toString('base64url')

/** The digest of erasable words; the salt is erased with them, so that nothing can be guessed back. */
export const noteDigest = (salt: string, note: unknown): string => sha256(`${salt}.${canonical(note)}`)

/** The chain of a stream starts from its own name, so that no stream can be passed off as another. */
export const chainStart = (pk: string): string => sha256(pk)
