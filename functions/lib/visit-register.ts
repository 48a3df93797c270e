import { setTimeout as pause } from 'node:timers/promises'
import { Visit } from '../../core/api/firms-and-visits.ts'
import { type Principal, theSystem } from '../../core/principal.ts'
import { countsOfVisit } from '../../core/visit-counts.ts'
import { byFirmKey, keys } from '../store/keys.ts'
import { type Committed, commitTo } from '../store/stream.ts'
import type { Write } from '../store/table.ts'
import type { Container } from './container.ts'

type Heard = Omit<Visit, 'recordedAt' | 'recordedBy'>

/** Visits of a month share their counts: whoever is second waits a moment and writes again. */
const attempts = 10

export const loadVisit = async (container: Container, id: string) => {
  const row = await container.table.get(keys.visitHead(id))
  return row && { visit: Visit.parse(row.visit), version: Number(row.version) }
}

/** Rows by which a firm's list finds the visit. */
const firmRows = ({ id, kind, on, team, title, line, firms, recordedAt }: Visit): Write[] =>
  firms.map((uscc) => ({
    put: {
      ...keys.visitFirm(id, uscc),
      id,
      kind,
      on,
      ...(team && { team }),
      summary: title ?? line ?? '',
      ...byFirmKey(uscc, recordedAt, id),
    },
  }))

/** Rows by which lists find the visit, and what it adds to the counts of its month: with the visit or not at all. */
const rowsOf = (visit: Visit, issues: number): Write[] => {
  const { id, kind, on, team, title, firms, noIssues, trained, leaflets } = visit
  const common = { id, kind, on, ...(team && { team }) }
  return [
    ...firmRows(visit),
    {
      put: {
        ...keys.visitOfMonth(on, id),
        ...common,
        firms: firms.length,
        issues,
        ...(title && { title }),
        ...(noIssues && { noIssues }),
        ...(trained && { trained }),
        ...(leaflets && { leaflets }),
      },
    },
    { add: keys.visitCounts(on.slice(0, 7)), amounts: countsOfVisit(visit) },
  ]
}

/** Writes a visit once; one that is there already stays as it is, which is told as a lost race. */
export const writeVisit = async (
  container: Container,
  principal: Principal,
  heard: Heard,
  issues: number,
): Promise<Committed> => {
  const at = container.now()
  const said = Object.fromEntries(Object.entries(heard).filter(([, value]) => value !== undefined))
  const visit = Visit.parse({ ...said, recordedAt: at, recordedBy: principal.id })
  const { line, title, ...facts } = visit
  const note = { ...(title && { title }), ...(line && { line }) }
  for (let tried = 1; ; tried++) {
    const result = await commitTo(container.table, {
      pk: keys.visitHead(visit.id).pk,
      id: visit.id,
      version: 0,
      facts: [{ type: 'VisitRecorded', visit: facts, ...((title || line) && { note }) }],
      at,
      by: principal.id,
      head: { visit },
      also: rowsOf(visit, issues),
    })
    if (result.written || result.why !== 'conflict' || tried === attempts) return result
    await pause(Math.random() * 2 ** Math.min(tried + 2, 8))
  }
}

/**
 * Takes what people wrote of a visit away, with the fact that says so, in one transaction; what it counts for stays.
 * Answers whether there was anything; a lost race is made up by the next run.
 */
export const eraseVisit = async (
  { table, now }: Pick<Container, 'table' | 'now'>,
  id: string,
  rule: string,
): Promise<boolean> => {
  const row = await table.get(keys.visitHead(id))
  if (!row) return false
  const { title, line, ...visit } = Visit.parse(row.visit)
  if (title === undefined && line === undefined) return false
  const listed = await table.get(keys.visitOfMonth(visit.on, id))
  const { title: _, ...plain }: Record<string, unknown> = listed ?? {}
  const { pk } = keys.visitHead(id)
  const result = await commitTo(table, {
    pk,
    id,
    version: Number(row.version),
    hash: String(row.hash),
    facts: [{ type: 'PersonalDataErased', kinds: ['words'], rule }],
    at: now(),
    by: theSystem.id,
    head: { visit },
    also: [
      ...firmRows(visit),
      ...(listed ? [{ put: { ...plain, ...keys.visitOfMonth(visit.on, id) } }] : []),
      { remove: keys.note(pk, 1) },
    ],
  })
  return result.written
}
