import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { keys } from '../store/keys.ts'
import type { Item } from '../store/table.ts'

const figuresOf = (item: Item) =>
  Object.fromEntries(
    Object.entries(item).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )

export const indicatorOperations = (container: Container): OperationsIn<'indicators'> => ({
  indicators: async ({ query }) => {
    const { pk } = keys.counters(query.month, '')
    const page = await container.table.query({
      pk,
      sk: { beginsWith: query.by === 'all' ? 'all' : `${query.by}:` },
    })
    const rows = page.items.map((item) => ({ dimension: item.sk, figures: figuresOf(item) }))
    return { body: { month: query.month, by: query.by, rows } }
  },
})
