import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { afterCursor, cursorAt } from '../lib/cursor.ts'
import { byFirmKey } from '../store/keys.ts'

/** A page of a firm's issues and visits by their ids, the latest first, and where the next page begins. */
export const pageOfFirm = async (
  container: Container,
  uscc: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ issues: string[]; visits: string[]; next: { cursor?: string } } | Refusal> => {
  const partition = byFirmKey(uscc, '', '').fm
  const after = cursor === undefined ? undefined : afterCursor('byFirm', partition, cursor)
  if (after && isRefusal(after)) return after
  const page = await container.table.query({
    index: 'byFirm',
    pk: partition,
    limit,
    descending: true,
    ...(after && { after: after.value }),
  })
  const idsOf = (kind: string) =>
    page.items.filter((item) => item.pk.startsWith(kind)).map((item) => String(item.id))
  const last = page.items.at(-1)
  return {
    issues: idsOf('ISSUE#'),
    visits: idsOf('VISIT#'),
    next: page.next && last ? { cursor: cursorAt('byFirm', last) } : {},
  }
}
