import * as z from 'zod'
import type { Principal } from '../../core/principal.ts'
import { mayAdd } from '../../core/reference/administration.ts'
import { faultsOfRecord, removesLastAdmin } from '../../core/reference/faults.ts'
import {
  type ReferenceKind,
  type ReferenceRecord,
  referenceKinds,
  type User,
} from '../../core/reference/records.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import { commitTo } from '../store/stream.ts'
import { type Container, withFreshReference } from './container.ts'
import { parseInput } from './input.ts'
import { forgetReference } from './reference.ts'
import { answeredBefore } from './repeats.ts'

/** A lost race is tried afresh this often before whoever asked is told to come again. */
const attempts = 8

const Head = z.object({ version: z.int().min(1), hash: z.string() })

/** A field that nobody knows is a slip of whoever sent it; rows of the table may hold fields of a later version. */
const shapeOf = (kind: ReferenceKind): z.ZodType => {
  const schema: z.ZodType = referenceKinds[kind]
  return schema instanceof z.ZodObject ? schema.strict() : schema
}

/** The record, the event that it was added and by whom, and the answer under its key, in one transaction. */
const commitRecord = async <K extends ReferenceKind>(
  container: Container,
  principal: Principal,
  kind: K,
  record: ReferenceRecord<K>,
  keyed: Keyed | undefined,
) => {
  const { id, validFrom, validTo, source } = record
  const head = keys.recordHead(kind, id)
  const row = await container.table.get(head)
  const before = row && Head.parse(row)
  const at = container.now()
  return commitTo(container.table, {
    pk: head.pk,
    id: `${kind}/${id}`,
    version: before?.version ?? 0,
    hash: before?.hash,
    // The record itself stands with the words of the event: it may name people, and be longer than a bus takes.
    facts: [
      {
        type: 'ReferenceAdded',
        kind,
        id,
        validFrom,
        ...(validTo && { validTo }),
        source,
        note: { record },
      },
    ],
    at,
    by: principal.id,
    head: { kind, id, latest: validFrom },
    also: [
      {
        put: { ...keys.reference(kind, id, validFrom), record, addedAt: at, addedBy: principal.id },
        when: 'absent',
      },
      ...(keyed ? [answerWrite(keyed, { kind, record }, at)] : []),
    ],
  })
}

type Added<K extends ReferenceKind> = { kind: K; record: ReferenceRecord<K> }

const exists = () =>
  refuse('recordExists', { fields: [{ pointer: '/validFrom', message: '这一天起已有一条记录' }] })

/** What forbids a record whose shape is right. */
const wrongWith = async <K extends ReferenceKind>(
  container: Container,
  kind: K,
  record: ReferenceRecord<K>,
): Promise<Refusal | undefined> => {
  const reference = await withFreshReference(container).reference()
  const fields = faultsOfRecord(kind, record, reference)
  if (fields.length > 0) return refuse('badInput', { fields })
  if (kind !== 'user') return undefined
  const isLast = removesLastAdmin(record as User, reference, localDate(container.now()))
  return isLast ? refuse('lastAdmin') : undefined
}

/**
 * Adds a dated record, once for each key. What is there is never overwritten: the same id from the same day is refused.
 * All that adds records one by one comes through here, so that each has its event.
 */
export const addRecord = async <K extends ReferenceKind>(
  container: Container,
  principal: Principal,
  kind: K,
  input: unknown,
  keyed?: Keyed,
): Promise<{ answer: Added<K> } | Refusal> => {
  if (principal.role !== 'system' && !mayAdd(principal.role, kind)) return refuse('notAllowed')
  const said = await answeredBefore(container, keyed)
  if (said) return isRefusal(said) ? said : { answer: said.answer as Added<K> }
  const parsed = parseInput(shapeOf(kind), input)
  if (isRefusal(parsed)) return parsed
  const record = parsed.value as ReferenceRecord<K>
  const wrong = await wrongWith(container, kind, record)
  for (let tried = 0; tried < attempts && !wrong; tried++) {
    const result = await commitRecord(container, principal, kind, record, keyed)
    if (result.written) {
      forgetReference()
      return { answer: { kind, record } }
    }
    const meanwhile = await answeredBefore(container, keyed)
    if (meanwhile) return isRefusal(meanwhile) ? meanwhile : { answer: meanwhile.answer as Added<K> }
    if (result.failedAlso.includes(0)) return exists()
    if (await container.table.get(keys.reference(kind, record.id, record.validFrom))) return exists()
  }
  return wrong ?? refuse('busy')
}
