import type { z } from 'zod'
import type { Timeline, TimelineQuery } from '../../core/api/firms.ts'
import { Visit } from '../../core/api/firms-and-visits.ts'
import { departmentOf } from '../../core/issue/in-hand.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { actsFor, handlesIt } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { withoutPhones } from '../../core/privacy.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { keys } from '../store/keys.ts'
import { pageOfFirm } from './page-of-firm.ts'

type Line = Timeline['items'][number]

/** Facts whose words were for the firm. */
const answering = ['ReplyRecorded', 'ClosureProposed', 'DisputeRuled', 'IssueDeclined']

const visitLine = (
  principal: Principal,
  visit: Visit,
  nameOf: (user: string) => string | undefined,
): Line => {
  const { id, kind, on, team, title, line, noIssues, recordedAt, recordedBy } = visit
  const byName = nameOf(recordedBy)
  const visits = principal.role === 'official' || principal.role === 'dispatcher'
  return {
    what: 'visit',
    at: recordedAt,
    id,
    kind,
    on,
    by: recordedBy,
    ...(byName && { byName }),
    ...(team && { team }),
    ...(title && { title }),
    ...(line && { line: visits ? line : withoutPhones(line) }),
    ...(noIssues && { noIssues }),
  }
}

/** What was said to the firm stands in the issue's history; of a page of issues all histories are read together. */
const issueLine = async (container: Container, principal: Principal, issue: Issue): Promise<Line> => {
  const department = departmentOf(issue)
  const shown = (text: string) => (handlesIt(principal, issue) ? text : withoutPhones(text))
  const answers = (await container.issues.history(issue.id)).flatMap((event) => {
    const text = 'note' in event && event.note && 'text' in event.note ? event.note.text : undefined
    return answering.includes(event.type) && text ? [{ at: event.at, text: shown(text) }] : []
  })
  return {
    what: 'issue',
    at: issue.loggedAt,
    id: issue.id,
    category: issue.category,
    stage: issue.stage,
    asked: shown(issue.content),
    answers,
    ...(issue.source.team && { team: issue.source.team }),
    ...(department && { department }),
    ...('closure' in issue && { closure: issue.closure.type }),
    ...('confirmation' in issue && { confirmation: issue.confirmation.result }),
  }
}

/** A page of who visited a firm, what was asked and what was answered, the latest first. */
export const timelineOf = async (
  container: Container,
  principal: Principal,
  uscc: string,
  query: z.infer<typeof TimelineQuery>,
): Promise<Timeline | Refusal> => {
  const page = await pageOfFirm(container, uscc, query)
  if (isRefusal(page)) return page
  const [visits, issues, { user }] = await Promise.all([
    container.table.getMany(page.visits.map(keys.visitHead)),
    container.issues.loadMany(page.issues),
    container.reference(),
  ])
  const nameOf = (id: string) => user.find((one) => one.id === id)?.name
  // A handler sees of a firm what is with the own department; whoever visits or routes sees it whole.
  const seen = issues
    .map(({ issue }) => issue)
    .filter((issue) => principal.role !== 'handler' || actsFor(principal, departmentOf(issue)))
  const lines = [
    ...visits.map((row) => visitLine(principal, Visit.parse(row.visit), nameOf)),
    ...(await Promise.all(seen.map((issue) => issueLine(container, principal, issue)))),
  ].sort((a, b) => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? 1 : -1))
  return { items: lines, ...page.next }
}
