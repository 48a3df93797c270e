import { type Category, categoryWords, type Role, type Stage, stageWords } from '../../../../core/words.ts'
import type { Me } from '../../api/queries.ts'
import type { Word } from '../../words/language-of.ts'

/** What the address bar says about the list: a link to it shows the same list to someone else. */
export type Filter = { queue?: string; firm?: string; stage?: Stage; category?: Category }

const queueLike = /^(mine|unit|dispatcher|manager|(department|team|aftercare):[a-z0-9-]{1,64})$/
const isIn = <T extends object>(table: T, key: unknown): key is keyof T =>
  typeof key === 'string' && Object.hasOwn(table, key)
const like = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

/** Anything that is not a filter is left out, so that an old or mistyped link still opens. */
export const readFilter = (search: Record<string, unknown>): Filter => ({
  ...(like(search.queue, queueLike) && { queue: search.queue }),
  ...(like(search.firm, /^[0-9A-Z]{18}$/) && { firm: search.firm }),
  ...(isIn(stageWords, search.stage) && { stage: search.stage }),
  ...(isIn(categoryWords, search.category) && { category: search.category }),
})

export type Queue = { id: string; word: Word }

const dispatcher: Queue = { id: 'dispatcher', word: { zh: '待调度', en: 'To dispatch' } }
const manager: Queue = { id: 'manager', word: { zh: '待裁定', en: 'To rule on' } }

/** The queues that someone may open beside those of departments, the one to begin with first. */
export const queuesOf = (me: Pick<Me, 'role' | 'department'>): readonly Queue[] => {
  switch (me.role) {
    case 'dispatcher':
    case 'auditor':
      return [dispatcher, manager]
    case 'manager':
      return [manager, dispatcher]
    case 'official':
      return [{ id: 'unit', word: { zh: '本队待回访', en: "My team's calls" } }]
    case 'handler':
      return [
        { id: 'unit', word: { zh: '本单位', en: 'My unit' } },
        { id: 'mine', word: { zh: '我承办的', en: 'Mine' } },
        { id: `aftercare:${me.department}`, word: { zh: '办结待核验', en: 'Closed, to verify' } },
      ]
    default:
      return []
  }
}

/** Dispatchers, managers and auditors look into any department's queue. */
export const looksEverywhere = (role: Role) => ['dispatcher', 'manager', 'auditor'].includes(role)
