import type { Container } from '../lib/container.ts'
import { eraseVisit } from '../lib/visit-register.ts'
import { keys } from '../store/keys.ts'

/** Titles and lines of the visits of a month. Done again, it finds nothing left. */
export const eraseVisitsOf = async (container: Container, month: string, rule: string): Promise<number> => {
  const { pk } = keys.visitOfMonth(`${month}-01`, '')
  let erased = 0
  let after: Readonly<Record<string, string>> | undefined
  do {
    const page = await container.table.query({ pk, limit: 100, ...(after && { after }) })
    for (const item of page.items) if (await eraseVisit(container, String(item.id), rule)) erased++
    after = page.next
  } while (after)
  return erased
}
