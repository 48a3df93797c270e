import { Visit } from '../../core/api/firms-and-visits.ts'
import type { Principal } from '../../core/principal.ts'
import { byFirmKey, keys } from '../store/keys.ts'
import { commitTo } from '../store/stream.ts'
import type { Container } from './container.ts'

type Heard = Omit<Visit, 'recordedAt' | 'recordedBy'>

export const loadVisit = async (container: Container, id: string) => {
  const row = await container.table.get(keys.visitHead(id))
  return row && { visit: Visit.parse(row.visit), version: Number(row.version) }
}

/** Writes a visit once; one that is there already stays as it is, which is told as a lost race. */
export const writeVisit = async (container: Container, principal: Principal, heard: Heard) => {
  const at = container.now()
  const said = Object.fromEntries(Object.entries(heard).filter(([, value]) => value !== undefined))
  const visit = Visit.parse({ ...said, recordedAt: at, recordedBy: principal.id })
  const { line, ...facts } = visit
  return commitTo(container.table, {
    pk: keys.visitHead(visit.id).pk,
    id: visit.id,
    version: 0,
    facts: [{ type: 'VisitRecorded', visit: facts, ...(line && { note: { line } }) }],
    at,
    by: principal.id,
    head: { visit },
    also: visit.firms.map((uscc) => ({
      put: {
        ...keys.visitFirm(visit.id, uscc),
        id: visit.id,
        kind: visit.kind,
        summary: visit.title ?? line ?? '',
        ...byFirmKey(uscc, at, visit.id),
      },
    })),
  })
}
