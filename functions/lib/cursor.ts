import * as z from 'zod'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { type IndexName, indexes } from '../store/keys.ts'

type After = Readonly<Record<string, string>>

const namesOf = (index: IndexName) => ['pk', 'sk', indexes[index].pk, indexes[index].sk]

/** Where a page ended, as opaque text. */
export const cursorAt = (index: IndexName, item: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify(namesOf(index).map((name) => String(item[name])))).toString('base64url')

/** What keys are written in. */
const Texts = z.array(z.string().regex(/^[\x21-\x7e]{1,300}$/)).length(4)

/** A cursor is somebody's input like any other: one that is not of this list is refused, not passed to the table. */
export const afterCursor = (
  index: IndexName,
  partition: string,
  cursor: string,
): { value: After } | Refusal => {
  const wrong = refuse('badInput', {
    fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }],
  })
  try {
    const texts = Texts.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    if (!texts.success || texts.data[2] !== partition) return wrong
    return { value: Object.fromEntries(namesOf(index).map((name, at) => [name, texts.data[at] ?? ''])) }
  } catch {
    return wrong
  }
}
