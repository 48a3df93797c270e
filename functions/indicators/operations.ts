import type { Breakdown } from '../../core/indicators/breakdowns.ts'
import { inYuan } from '../../core/indicators/indicator.ts'
import { indicatorNames, indicators, topicOf } from '../../core/indicators/indicators.ts'
import { actsFor } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { readMonth } from '../lib/indicators/read-month.ts'
import { dimensionOf, listMembers } from './list-members.ts'
import { drawSample } from './sample.ts'

const meanings = indicatorNames.map((name) => {
  const { zh, en, unit, bases, formula } = indicators[name]
  const money = inYuan(indicators[name]) && { money: true }
  return { name, topic: topicOf[name], zh, en, unit, ...money, bases: [...bases], formula }
})

const seesAllUnits = ({ role }: Principal) =>
  role === 'dispatcher' || role === 'manager' || role === 'auditor'

/** Units are compared by those who answer for all of them; everyone else sees the own one beside the whole. */
const maySee = (principal: Principal, dimension: string): boolean => {
  if (seesAllUnits(principal)) return true
  const [by, unit] = dimension.split(':')
  if (by === 'department') return actsFor(principal, unit)
  if (by === 'team') return principal.team !== undefined && principal.team === unit
  return true
}

/** Whoever answers for one unit opens what that unit had in hand. */
const mayOpen = (principal: Principal, dimension: string): boolean =>
  seesAllUnits(principal) ||
  ((dimension.startsWith('department:') || dimension.startsWith('team:')) && maySee(principal, dimension))

const notYet = (month: string, now: string): Refusal | undefined =>
  month > localDate(now).slice(0, 7)
    ? refuse('dateInTheFuture', { fields: [{ pointer: '/month', message: '这个月还没有到' }] })
    : undefined

export const indicatorOperations = (container: Container): OperationsIn<'indicators'> => ({
  indicators: async ({ query, principal }) => {
    const { month, by } = query
    const early = notYet(month, container.now())
    if (early) return early
    const { rows, ...more } = await readMonth(container, { month, by: by as Breakdown })
    const seen = rows.filter(({ dimension }) => maySee(principal, dimension))
    return { body: { month, by, ...more, indicators: meanings, rows: seen } }
  },
  sampleIssues: async ({ query }) =>
    notYet(query.month, container.now()) ?? { body: await drawSample(container, query) },
  figureIssues: async ({ params, query, principal }) => {
    const dimension = dimensionOf(query)
    if (typeof dimension === 'string' && !mayOpen(principal, dimension)) return refuse('notYourUnit')
    const listed = await listMembers(container, params.name, query)
    return isRefusal(listed) ? listed : { body: listed }
  },
})
