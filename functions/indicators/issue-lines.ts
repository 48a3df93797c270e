import { departmentOf } from '../../core/issue/in-hand.ts'
import type { Container } from '../lib/container.ts'

/** As much of the content as a line shows. */
const summaryLength = 60

/** One line per issue, as lists of figures and samples show it: no contact, nobody's name. */
export const issuesById = async (container: Container, ids: readonly string[]) => {
  const loaded = await container.issues.loadMany(ids)
  return new Map(
    loaded.map(({ issue }) => {
      const { id, firm, category, stage, content, loggedAt } = issue
      const department = departmentOf(issue)
      const line = {
        id,
        firm: { uscc: firm.uscc, name: firm.name },
        category,
        stage,
        ...(department && { department }),
        summary: [...content].slice(0, summaryLength).join(''),
        loggedAt,
      }
      return [id, line] as const
    }),
  )
}
