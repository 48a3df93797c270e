import type { Issue } from './issue.ts'
import type { Past, Run } from './parts.ts'

/** A run of the round in hand; `open` while it can still be met. */
export type RunNow = Run & { readonly open: boolean }

const metBy = (met: string | undefined) => (met ? { met } : {})

/** The clocks of the round of work that an issue is in, each as it went so far. A reply made before is in `past`. */
export const runsNow = (issue: Issue): RunNow[] => {
  if (!('assignment' in issue) || !issue.assignment) return []
  const { department, dues, since } = issue.assignment
  const work = 'work' in issue ? issue.work : undefined
  const inHand = issue.stage === 'assigned' || issue.stage === 'handling'
  const closedAt = 'closure' in issue ? issue.closure.at : undefined
  const contactedAt = issue.stage === 'assigned' ? issue.contactedAt : work?.contactedAt
  // A step up goes on with a department that has taken it over and spoken with the firm already.
  const first: RunNow[] = since
    ? []
    : [
        { clock: 'accept', department, due: dues.accept, ...metBy(work?.acceptedAt), open: !work },
        { clock: 'contact', department, due: dues.contact, ...metBy(contactedAt), open: inHand },
      ]
  // Its clock runs from acceptance on; who does not accept is late with that.
  const replyDue = work && (work.nextReply ?? (work.repliedAt ? undefined : dues.reply))
  // The department's last word is an answer to the firm, too.
  const reply: RunNow[] = replyDue
    ? [{ clock: 'reply', department, due: replyDue, ...metBy(closedAt), open: inHand }]
    : []
  const { closeOriginal } = dues
  const original = closeOriginal ? { original: closeOriginal } : {}
  const close: RunNow = {
    clock: 'close',
    department,
    due: dues.close,
    ...original,
    ...metBy(closedAt),
    open: inHand,
  }
  return [...first, ...reply, close]
}

const lapsed = ({ overdue }: Issue, { clock, due }: Run) =>
  overdue?.some((mark) => mark.clock === clock && mark.due === due) ?? false

/** Whether it is known how a run went: met, over without that, or recorded as overdue. */
export const isSettled = (issue: Issue, run: RunNow): boolean =>
  run.met !== undefined || !run.open || lapsed(issue, run)

const asRun = ({ open: _, ...run }: RunNow): Run => run

/** How every clock of an issue went of which that is known, in all rounds of work. */
export const settledRuns = (issue: Issue): Run[] => [
  ...(issue.past?.runs ?? []),
  ...runsNow(issue)
    .filter((run) => isSettled(issue, run))
    .map(asRun),
]

const pausesUntil = (issue: Issue, at: string) => {
  const work = 'work' in issue ? issue.work : undefined
  const running = work?.pause ? [{ from: work.pause.at, to: at }] : []
  return [...(issue.past?.pauses ?? []), ...(work?.pauses ?? []), ...running]
}

/** All that an issue has stood still for, one that lasts included up to the moment. */
export const pausesOf = (issue: Issue, at: string) => pausesUntil(issue, at)

/** What stays of a round of work that ends at this moment; a clock that still had time is nobody's failure. */
export const pastOf = (issue: Issue, at: string): { past?: Past } => {
  const known = runsNow(issue).filter((run) => isSettled(issue, run) || run.due <= at)
  const runs = [...(issue.past?.runs ?? []), ...known.map(asRun)]
  const pauses = pausesUntil(issue, at)
  const assignment = 'assignment' in issue ? issue.assignment : undefined
  const extended = issue.past?.extended ?? (assignment?.extensions ? (true as const) : undefined)
  const past = {
    ...(runs.length > 0 && { runs }),
    ...(pauses.length > 0 && { pauses }),
    ...(extended && { extended }),
  }
  return Object.keys(past).length > 0 ? { past } : {}
}

/** A reply to the firm meets the promise of it, where there was one. */
export const withReply = (issue: Issue, at: string): { past?: Past } => {
  const run = runsNow(issue).find(({ clock }) => clock === 'reply')
  if (!run) return {}
  return { past: { ...issue.past, runs: [...(issue.past?.runs ?? []), { ...asRun(run), met: at }] } }
}
