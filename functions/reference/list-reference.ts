import * as z from 'zod'
import type { ReferenceList } from '../../core/api/reference.ts'
import { recordFor } from '../../core/reference/administration.ts'
import { type ReferenceKind, referenceKinds } from '../../core/reference/records.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Role } from '../../core/words.ts'
import type { Container } from '../lib/container.ts'
import { keys } from '../store/keys.ts'

const Row = z.object({
  sk: z.string(),
  record: z.unknown(),
  addedAt: z.string().optional(),
  addedBy: z.string().optional(),
})

const place = /^[a-z0-9][a-z0-9-]{0,63}#\d{4}-\d\d-\d\d$/

const placeOf = (cursor: string): { value: string } | Refusal => {
  const value = Buffer.from(cursor, 'base64url').toString('utf8')
  if (place.test(value)) return { value }
  return refuse('badInput', { fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }] })
}

/** A page of the records of a kind, all validities, in the order of their ids and days. */
export const listReference = async (
  container: Container,
  kind: ReferenceKind,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  role: Role,
): Promise<z.input<typeof ReferenceList> | Refusal> => {
  const from = cursor === undefined ? undefined : placeOf(cursor)
  if (from && 'refused' in from) return from
  const { pk } = keys.reference(kind, '', '')
  const page = await container.table.query({ pk, limit, ...(from && { after: { pk, sk: from.value } }) })
  const rows = page.items.map((item) => Row.parse(item))
  const { user } = await container.reference()
  const names = new Map(user.map(({ id, name }) => [id, name]))
  const items = rows.map((row) => recordFor(role, kind, referenceKinds[kind].parse(row.record)))
  return {
    items: items as z.input<typeof ReferenceList>['items'],
    added: rows.flatMap(({ sk, addedAt, addedBy }) => {
      const [id = '', validFrom = ''] = sk.split('#')
      const byName = addedBy && names.get(addedBy)
      return addedAt && addedBy
        ? [{ id, validFrom, at: addedAt, by: addedBy, ...(byName && { byName }) }]
        : []
    }),
    ...(page.next && { cursor: Buffer.from(page.next.sk ?? '').toString('base64url') }),
  }
}
