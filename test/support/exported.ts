import type { Visit } from '../../core/api/firms-and-visits.ts'
import { firmHistory } from '../../functions/firms/history.ts'
import type { Container } from '../../functions/lib/container.ts'
import { loadFirms } from '../../functions/lib/firm-register.ts'
import { walkRoster } from '../../functions/lib/roster.ts'
import { loadVisit } from '../../functions/lib/visit-register.ts'
import { keys } from '../../functions/store/keys.ts'
import type { Visited } from './independent-outcomes.ts'
import type { Exported } from './independent-recount.ts'
import { issuesInJournal } from './recount.ts'

/** The whole history of every issue of which the journal knows since an instant. */
export const exportedSince = async (container: Container, from: string): Promise<Exported[][]> => {
  const ids = await issuesInJournal(container.table, from, container.now())
  const streams = await Promise.all(ids.map((id) => container.issues.history(id)))
  return streams as unknown as Exported[][]
}

/** The firms of a visit as they were registered when it was written down. */
const firmsSeen = async (container: Container, { firms, recordedAt }: Visit) => {
  const seen = new Map<string, Visited['firms'][number]>()
  for (const uscc of firms) {
    const { items } = await firmHistory(container, uscc)
    const stated = items.findLast(({ at, fact }) => at <= recordedAt && fact.firm !== undefined)
    if (stated) seen.set(uscc, { ...stated.fact, ...(stated.fact.firm as Visited['firms'][number]) })
  }
  return seen
}

/** The visits of some months as they were recorded, and all firms as they are registered. */
export const visitedIn = async (container: Container, months: readonly string[]): Promise<Visited> => {
  const visits: Visited['visits'][number][] = []
  for (const month of months) {
    const page = await container.table.query({ pk: keys.visitOfMonth(month, '').pk })
    for (const { sk } of page.items) {
      const known = await loadVisit(container, sk.slice('2026-11-23#'.length))
      if (known) visits.push({ ...known.visit, seen: await firmsSeen(container, known.visit) })
    }
  }
  const usccs: string[] = []
  for await (const { uscc } of walkRoster(container.table)) usccs.push(uscc)
  const firms = await loadFirms(container, usccs)
  return { visits, firms }
}
