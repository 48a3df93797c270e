import { indexes } from './keys.ts'
import type { Condition, Item, Key, Page, Question, Table, Write } from './table.ts'

const holds = (condition: Condition | undefined, row: Item | undefined): boolean => {
  if (condition === undefined) return true
  if (condition === 'absent') return row === undefined
  if ('version' in condition) return row?.version === condition.version
  return (
    row === undefined || (typeof row.expiresAt === 'string' && row.expiresAt < condition.absentOrExpiredBy)
  )
}

const keyText = ({ pk, sk }: Key) => `${pk}\u0000${sk}`
export const keyOfWrite = (write: Write): Key => {
  if ('put' in write) return write.put
  if ('remove' in write) return write.remove
  return 'check' in write ? write.check : write.add
}

const inRange = (sk: string, range: Question['sk']): boolean => {
  if (!range) return true
  if ('beginsWith' in range) return sk.startsWith(range.beginsWith)
  return (range.from === undefined || sk >= range.from) && (range.to === undefined || sk <= range.to)
}

/** The table in memory: the same answers as the engine, for tests that need no disk. */
export const makeMemoryTable = (): Table & { rows(): Item[] } => {
  const rows = new Map<string, Item>()
  const copy = (item: Item): Item => structuredClone(item)

  const apply = (write: Write) => {
    if ('put' in write) return rows.set(keyText(write.put), copy(write.put))
    if ('remove' in write) return rows.delete(keyText(write.remove))
    if ('check' in write) return rows
    const row: Item = rows.get(keyText(write.add)) ?? { pk: write.add.pk, sk: write.add.sk }
    for (const [name, amount] of Object.entries(write.amounts)) row[name] = Number(row[name] ?? 0) + amount
    return rows.set(keyText(row), row)
  }

  const query = async (question: Question): Promise<Page> => {
    const { pk, sk } = question.index ? indexes[question.index] : { pk: 'pk', sk: 'sk' }
    const order = (item: Readonly<Record<string, unknown>>) => [item[sk], item.pk, item.sk].join('\u0000')
    const found = [...rows.values()]
      .filter((item) => item[pk] === question.pk && inRange(String(item[sk]), question.sk))
      .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    if (question.descending) found.reverse()
    const last = question.after && order(question.after)
    const isAfter = (item: Item) =>
      last === undefined || (question.descending ? order(item) < last : order(item) > last)
    const rest = found.filter(isAfter)
    const items = rest.slice(0, question.limit ?? rest.length)
    const end = items.at(-1)
    if (!end || items.length === rest.length) return { items: items.map(copy) }
    const next = Object.fromEntries(['pk', 'sk', pk, sk].map((name) => [name, String(end[name])]))
    return { items: items.map(copy), next }
  }

  return {
    rows: () => [...rows.values()].map(copy),
    get: async (key) => {
      const row = rows.get(keyText(key))
      return row && copy(row)
    },
    getMany: async (keys) => keys.flatMap((key) => rows.get(keyText(key)) ?? []).map(copy),
    query,
    transact: async (writes) => {
      const failed = writes.flatMap((write, index) => {
        const when = 'add' in write ? undefined : write.when
        return holds(when, rows.get(keyText(keyOfWrite(write)))) ? [] : [index]
      })
      if (failed.length > 0) return { written: false, why: 'condition', failed }
      writes.forEach(apply)
      return { written: true }
    },
    swap: async (item) => {
      const before = rows.get(keyText(item))
      rows.set(keyText(item), copy(item))
      return before && copy(before)
    },
  }
}
