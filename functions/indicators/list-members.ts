import type { z } from 'zod'
import type { FigureIssuesQuery } from '../../core/api/indicators.ts'
import { noValue } from '../../core/indicators/dimensions.ts'
import type { IndicatorName } from '../../core/indicators/indicators.ts'
import { cohortOf, dueOf, standsIn } from '../../core/indicators/read.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { IssueId } from '../../core/scalars.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { countsIn, type Member, readMembers } from '../lib/indicators/members.ts'
import { lastDayOf, weightsUpTo } from '../lib/indicators/weights.ts'
import { issuesById } from './issue-lines.ts'

type Asked = z.infer<typeof FigureIssuesQuery>

/** A page looks at this many issues at most and may return a short page with a cursor. */
const mostLookedAt = 200

const cursorOf = (id: string) => Buffer.from(id).toString('base64url')
const afterOf = (cursor: string | undefined): { after?: string } | Refusal => {
  if (cursor === undefined) return {}
  const id = IssueId.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (id.success) return { after: id.data }
  return refuse('badInput', { fields: [{ pointer: '/cursor', message: '游标无效，请从第一页重新查起' }] })
}

/** The row of a breakdown that is opened: all of it, one value of it, or a month as a whole. */
export const dimensionOf = ({ by, of }: Pick<Asked, 'by' | 'of'>): string | Refusal => {
  if (by === 'all' || by === 'month') return 'all'
  if (of !== undefined) return `${by}:${of}`
  return refuse('badInput', {
    fields: [{ pointer: '/of', message: `请注明打开哪一行（of），未分列的写 ${noValue}` }],
  })
}

const daysOf = (counts: Readonly<Record<string, number>>, month: string, today: string) => {
  const days = Object.keys(counts).flatMap((name) => /^(\d\d)\./.exec(name)?.[1] ?? [])
  return [...new Set(days.map((day) => `${month}-${day}`))].filter((day) => day < today).toSorted()
}

/** The issues behind a figure, a page at a time. */
export const listMembers = async (container: Container, name: IndicatorName, asked: Asked) => {
  const dimension = dimensionOf(asked)
  const from = afterOf(asked.cursor)
  if (typeof dimension !== 'string') return dimension
  if (isRefusal(from)) return from
  const { month, basis, part, limit } = asked
  const today = localDate(container.now())
  const weights = (await weightsUpTo(container))(lastDayOf(month))
  const view = (member: Member) => {
    const counts = countsIn(member, month, dimension)
    if (!counts) return undefined
    const seen = basis === 'due' ? dueOf(counts, month, today) : cohortOf(counts)
    if (!standsIn(name, part, seen, weights)) return undefined
    const days = basis === 'due' ? { days: daysOf(counts, month, today) } : {}
    return { id: member.id, counted: standsIn(name, 'numerator', seen, weights), ...days }
  }
  const page = await readMembers(container.table, month, { ...from, limit: mostLookedAt })
  const found: NonNullable<ReturnType<typeof view>>[] = []
  let last: string | undefined
  for (const member of page.members) {
    if (found.length === limit) break
    last = member.id
    const one = view(member)
    if (one) found.push(one)
  }
  const more = last !== undefined && (page.more || last !== page.members.at(-1)?.id)
  const lines = await issuesById(
    container,
    found.map(({ id }) => id),
  )
  const items = found.flatMap((one) => {
    const line = lines.get(one.id)
    return line ? [{ ...line, ...one }] : []
  })
  return { items, ...(more && last && { cursor: cursorOf(last) }) }
}
