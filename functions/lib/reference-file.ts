import * as z from 'zod'
import { theSystem } from '../../core/principal.ts'
import { kindsOfReference, type Reference, type ReferenceKind } from '../../core/reference/records.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import { keys } from '../store/keys.ts'
import type { Container } from './container.ts'
import { addRecord } from './reference-register.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const Directory = z.object({
  zone: z.object({ code: z.string(), name: z.string(), parks: z.array(z.string()) }),
  departments: z.array(Named.extend({ role: z.string().optional(), outside: z.boolean().optional() })),
  teams: z.array(Named),
  banks: z.array(Named),
  users: z.array(
    Named.extend({
      role: z.string(),
      team: z.string().optional(),
      department: z.string().optional(),
      bank: z.string().optional(),
      email: z.string().optional(),
      liaisonOf: z.array(z.string()).optional(),
      machine: z.boolean().optional(),
    }),
  ),
})

type Since = { validFrom: string; source: string }

/** An office's directory, as `samples/directory.json` writes it, as dated records. */
export const directoryRecords = (directory: unknown, since: Since): Partial<Reference> => {
  const { zone, departments, teams, banks, users } = Directory.parse(directory)
  return {
    zone: [{ id: 'zone', ...since, ...zone }],
    department: departments.map(({ role, ...department }) => ({
      ...department,
      ...since,
      ...(role === 'dispatcher' && { dispatches: true }),
    })),
    team: teams.map((team) => ({ ...team, ...since })),
    bank: banks.map((bank) => ({ ...bank, ...since })),
    user: users.map((user) => ({ ...user, ...since })) as Reference['user'],
  }
}

const ByKind = z.partialRecord(z.enum(kindsOfReference), z.array(z.record(z.string(), z.unknown())))
type ByKind = z.infer<typeof ByKind>

/**
 * The records of a file: a directory, or lists by kind (`{ "department": [ … ] }`), whose records may leave out from
 * when they are valid and where they come from. Throws where it is neither.
 */
export const recordsOfFile = (json: unknown, since: Since): ByKind => {
  if (typeof json === 'object' && json !== null && 'departments' in json)
    return directoryRecords(json, since) as ByKind
  const lists = ByKind.parse(json)
  return Object.fromEntries(
    Object.entries(lists).map(([kind, list]) => [kind, list.map((record) => ({ ...since, ...record }))]),
  )
}

export type Loaded = { added: number; there: number; refused: { kind: string; id: string; why: Refusal }[] }

/** Adds what is missing, in the order in which records name each other; what is there from the same day is left as it is. */
export const loadRecords = async (container: Container, lists: ByKind): Promise<Loaded> => {
  const loaded: Loaded = { added: 0, there: 0, refused: [] }
  const all = kindsOfReference.flatMap((kind: ReferenceKind) =>
    (lists[kind] ?? []).map((record) => ({ kind, record })),
  )
  for (const { kind, record } of all) {
    const id = String(record.id)
    if (await container.table.get(keys.reference(kind, id, String(record.validFrom)))) {
      loaded.there++
      continue
    }
    const result = await addRecord(container, theSystem, kind, record)
    if (isRefusal(result)) loaded.refused.push({ kind, id, why: result })
    else loaded.added++
  }
  return loaded
}
