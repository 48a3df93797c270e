import { createHash } from 'node:crypto'
import type { Principal } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { logIssue } from '../lib/log-issue.ts'
import { writeVisit } from '../lib/visit-register.ts'
import type { PlannedRow } from './plan.ts'

type Issue = NonNullable<PlannedRow['issue']> & {
  firm: { uscc: string }
  source: { kind: 'visit' | 'forum' | 'hotline' | 'self'; title?: string; on?: string; team?: string }
}

/** A forum is written in one transaction with a row per firm; larger ones are split. */
const firmsAtOnce = 60
const rowsAtOnce = 8

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same forum in the same ledger always gets the same id, so that importing twice finds it there. */
const visitId = (text: string, on: string) => {
  const hash = createHash('sha256').update(text).digest()
  return `V${on.replaceAll('-', '')}-${[...hash.subarray(0, 8)].map((byte) => letters.charAt(byte % 32)).join('')}`
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )

type Heard = { id: string; issues: Issue[] }

/** The visits that the rows were heard at, by what the ledger says of them; rows without a date were heard nowhere. */
const visitsOf = (issues: readonly Issue[]): Heard[] => {
  const dated = issues.filter((issue) => issue.source.on !== undefined)
  const groups = Map.groupBy(dated, ({ source }) =>
    [source.kind, source.title ?? '', source.on, source.title ? '' : source.team].join('|'),
  )
  return [...groups].flatMap(([text, heard]) =>
    chunks(heard, firmsAtOnce).map((part, index) => ({
      id: visitId(`${text}|${index}`, part[0]?.source.on ?? ''),
      issues: part,
    })),
  )
}

const writeHeard = async (container: Container, principal: Principal, { id, issues }: Heard) => {
  const [first] = issues
  if (!first?.source.on) return
  const { kind, title, on, team } = first.source
  const visit = {
    id,
    kind,
    on,
    ...(title ? { title } : team && { team }),
    firms: [...new Set(issues.map((issue) => issue.firm.uscc))],
  }
  await writeVisit(container, principal, visit, issues.length)
}

const importRow = async (
  container: Container,
  principal: Principal,
  row: PlannedRow,
  visit: string | undefined,
) => {
  const issue = row.issue as Issue
  const source = { ...issue.source, ...(visit && { visit }) }
  const request = { ...issue, source, confirmUscc: true } as Parameters<typeof logIssue>[1]['request']
  const result = await logIssue(container, { request, principal })
  if (!isRefusal(result)) {
    row.id = result.answer.id
    return
  }
  row.status = result.refused === 'alreadyLogged' ? 'duplicate' : 'error'
  if (result.about?.issue !== undefined) row.duplicateOf = String(result.about.issue)
  row.messages = [...row.messages, { level: 'error', code: result.refused, text: result.detail ?? result.zh }]
}

/** Logs the rows that were chosen, each by a command of its own; what was logged stays logged if a later one fails. */
export const carryOut = async (
  container: Container,
  principal: Principal,
  rows: readonly PlannedRow[],
): Promise<void> => {
  const visits = visitsOf(rows.map((row) => row.issue as Issue))
  for (const visit of visits) await writeHeard(container, principal, visit)
  const visitOf = new Map(visits.flatMap(({ id, issues }) => issues.map((issue) => [issue, id] as const)))
  for (const some of chunks(rows, rowsAtOnce)) {
    await Promise.all(
      some.map((row) => importRow(container, principal, row, visitOf.get(row.issue as Issue))),
    )
  }
}
