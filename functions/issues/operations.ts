import { signal } from '../../core/calendar/signal.ts'
import { borrowerOf } from '../../core/financing/borrower-of.ts'
import { matchProducts } from '../../core/financing/match.ts'
import type { IssueEvent } from '../../core/issue/events.ts'
import { pendingClocks } from '../../core/issue/pending.ts'
import { standingOf } from '../../core/issue/standing.ts'
import { handlesIt, mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { issueFor, maskContact, maskName } from '../../core/privacy.ts'
import { needOf } from '../../core/referral/need.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { readFile } from '../lib/files.ts'
import { loadFirm } from '../lib/firm-register.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { productRecords } from '../lib/product-records.ts'
import type { LoadedIssue } from '../store/issue-rows.ts'
import { listIssues } from './list-issues.ts'
import { unmask } from './unmask.ts'

/** The issue, if it exists and this person may read it. */
const readable = async (
  container: Container,
  principal: Principal,
  id: string,
): Promise<LoadedIssue | Refusal> => {
  const loaded = await container.issues.load(id)
  if (!loaded) return refuse('unknownIssue')
  const may = mayRead(principal, loaded.issue)
  return may === true ? loaded : may
}

const maskedNote = (type: IssueEvent['type'], note: Record<string, unknown>) => {
  if (note.contact) return { ...note, contact: maskContact(note.contact) }
  return type === 'ConsentGiven' && typeof note.text === 'string' ? { text: maskName(note.text) } : note
}

const viewOf = (event: IssueEvent, full: boolean, names: ReadonlyMap<string, string>) => {
  const { seq, at, by, type, ...rest } = event
  const { note, ...fact } = rest as typeof rest & { note?: Record<string, unknown> }
  const { link: _, ...shown } = fact as Record<string, unknown>
  const words = note && !full ? maskedNote(type, note) : note
  const byName = names.get(by)
  return { seq, at, by, type, fact: shown, ...(byName && { byName }), ...(words && { words }) }
}

export const issueOperations = (container: Container): OperationsIn<'issues'> => ({
  listIssues: async ({ principal, query }) => {
    const page = await listIssues(container, query, principal)
    return isRefusal(page) ? page : { body: page }
  },

  getIssue: async ({ principal, params }) => {
    const loaded = await readable(container, principal, params.id)
    if (isRefusal(loaded)) return loaded
    const { issue, version } = loaded
    const calendar = await container.calendar()
    const now = container.now()
    const clocks = pendingClocks(issue).map(({ clock, due, startedAt, pauses }) => {
      const light = signal(calendar, { startedAt, dueAt: due, now, ...(pauses && { pauses }) })
      return { clock, due, signal: clock === 'resume' ? ('paused' as const) : light }
    })
    return {
      body: {
        issue: issueFor(principal, issue),
        version,
        standing: standingOf(issue),
        clocks,
        ...(issue.link && { linkUntil: issue.link.expiresAt }),
      },
      version,
    }
  },

  unmaskContact: unmask(container),

  getEvents: async ({ principal, params }) => {
    const loaded = await readable(container, principal, params.id)
    if (isRefusal(loaded)) return loaded
    const events = await container.issues.history(params.id)
    const { user } = await container.reference()
    const names = new Map(user.map((one) => [one.id, one.name]))
    const full = handlesIt(principal, loaded.issue)
    return { body: { items: events.map((event) => viewOf(event, full, names)) }, version: loaded.version }
  },

  getFile: async ({ principal, params }) => {
    const loaded = await readable(container, principal, params.id)
    if (isRefusal(loaded)) return loaded
    const mark = loaded.issue.files?.find((file) => file.id === params.file)
    if (mark?.erased) return refuse('erasedFile')
    const bytes = mark && (await readFile(container.table, mark.id))
    return mark && bytes ? { file: bytes, type: mark.type, name: mark.name } : refuse('unknownFile')
  },

  getMatches: async ({ principal, params, query }) => {
    const loaded = await readable(container, principal, params.id)
    if (isRefusal(loaded)) return loaded
    const { issue } = loaded
    if (issue.category !== 'financing') return refuse('notFinancing')
    const on = localDate(container.now())
    const records = productRecords(await container.reference(), on)
    const firm = await loadFirm(container, issue.firm.uscc)
    const matches = matchProducts(records, borrowerOf(firm?.firm, issue), needOf(issue), on)
    if (query.product === undefined) return { body: matches }
    const items = matches.items.filter(({ product }) => product.id === query.product)
    return items.length > 0 ? { body: { ...matches, items } } : refuse('unknownProduct')
  },
})
