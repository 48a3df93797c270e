import type { Issue } from '../../core/issue/issue.ts'
import { headOf } from '../../functions/store/issue-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import { type Item, type Table, transactionLimit } from '../../functions/store/table.ts'
import type { Clients } from '../load/clients.ts'
import { client } from '../load/http.ts'
import { issueOf, steps } from '../load/lifecycle.ts'
import { openOffice, sampleFirms } from '../office.ts'
import { type Spread, spreadOf } from '../percentiles.ts'

export type Page = Spread & { issues: number }

const sizes = [1_000, 100_000] as const
const pagesEach = 300
const writersAtOnce = 2
/** Seeding stops here, and the measurement says how far it came. Seconds. */
const longestSeeding = 120

const later = (instant: string, minutes: number) =>
  `${new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, 19)}Z`

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number in the letters that an issue's id is written in. */
const letters = (number: number): string =>
  Array.from({ length: 5 }, (_, place) => alphabet.charAt(Math.floor(number / 32 ** (4 - place)) % 32)).join(
    '',
  )

/** The head of another issue like this one, with an id, a firm and a deadline of its own; all in one queue. */
const another = (issue: Issue, number: number, firms: readonly string[]): Item => {
  if (issue.stage !== 'assigned')
    throw new Error(`an issue to accept was wanted, not one that is ${issue.stage}`)
  const id = `20200101-${letters(number)}`
  const { dues } = issue.assignment
  const assignment = {
    ...issue.assignment,
    dues: { ...dues, accept: later(dues.accept, (number * 7919) % 40_000) },
  }
  const firm = { ...issue.firm, uscc: firms[number % firms.length] ?? issue.firm.uscc }
  const state = headOf({ ...issue, id, firm, assignment })
  return { ...keys.issueHead(id), version: 2, hash: 'x'.repeat(43), changedAt: issue.loggedAt, ...state }
}

/** Writes heads from one number to another, many in a transaction. Answers how many there are in the end. */
const seed = async (table: Table, from: number, to: number, head: (number: number) => Item) => {
  const end = performance.now() + longestSeeding * 1000
  let next = from
  const write = async () => {
    while (next < to && performance.now() < end) {
      const first = next
      next = Math.min(first + transactionLimit, to)
      const puts = Array.from({ length: next - first }, (_, index) => ({ put: head(first + index) }))
      const result = await table.transact(puts)
      if (!result.written) throw new Error(`heads were not written: ${result.why}`)
    }
  }
  await Promise.all(Array.from({ length: writersAtOnce }, write))
  return next
}

/** How long the first page of a full queue takes, with few and with many issues in it. */
export const measureWorklist = async (clients: Clients): Promise<Page[]> => {
  const opened = await openOffice()
  const { office, tokens } = opened
  const { send, close } = client(office.origin)
  const post = async (token: string, path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return (await send('POST', `/api/v1${path}`, headers, JSON.stringify(body))).text
  }
  try {
    const firms = sampleFirms()
    const logged = await post(tokens.official, '/issues', issueOf(firms[0] ?? '', 'dispatcher', 'seed'))
    const { id } = JSON.parse(logged) as { id: string }
    await post(tokens.dispatcher, `/issues/${id}/commands/routeIssue`, steps[0]?.input)
    const loaded = await office.container.issues.load(id)
    if (!loaded) throw new Error(`the issue to copy is not there: ${logged}`)
    const pages: Page[] = []
    let issues = 0
    for (const size of sizes) {
      issues = await seed(office.plainTable, issues, size, (number) => another(loaded.issue, number, firms))
      const job = { kind: 'pages', origin: office.origin, token: tokens.handler } as const
      const outcome = await clients.run({ ...job, path: '/api/v1/issues?queue=unit', times: pagesEach })
      // The first third warms up code and caches.
      pages.push({ issues, ...spreadOf((outcome.calls.page ?? []).slice(pagesEach / 3)) })
    }
    return pages
  } finally {
    close()
    await opened.close()
  }
}
