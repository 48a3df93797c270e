import type { Office } from '../../local/office/office.ts'

type Tasks = 'loadIssue' | 'awaitChange' | 'recordDue'
type Moments = { before?: () => unknown; after?: () => unknown }

const issueIdOf = (payload: unknown) => (payload as { issueId: string }).issueId

/**
 * Does something right before or right after the next time that a workflow's task runs for an issue; the task waits
 * for it.
 */
export const inBetween = ({ functions }: Pick<Office, 'functions'>) => {
  const planned = new Map<string, Moments>()
  const slow = <T>(name: Tasks, task: (payload: unknown) => Promise<T>) => {
    return async (payload: unknown) => {
      const key = `${name} ${issueIdOf(payload)}`
      const moments = planned.get(key)
      planned.delete(key)
      await moments?.before?.()
      const answer = await task(payload)
      await moments?.after?.()
      return answer
    }
  }
  functions.loadIssue.task = slow('loadIssue', functions.loadIssue.task)
  functions.awaitChange.task = slow('awaitChange', functions.awaitChange.task)
  functions.recordDue.task = slow('recordDue', functions.recordDue.task)
  return (name: Tasks, id: string, moments: Moments) => planned.set(`${name} ${id}`, moments)
}
export type InBetween = ReturnType<typeof inBetween>

/** Lets the process turn so many times: other work goes on for that long. */
export const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}
