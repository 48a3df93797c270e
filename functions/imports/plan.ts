import type { ImportAnswer } from '../../core/api/others.ts'
import type { CommandInput } from '../../core/issue/commands.ts'
import { duplicatesWithin } from '../../core/ledger/duplicates.ts'
import type { LedgerDraft, LedgerMessage, LedgerReading, LedgerRow } from '../../core/ledger/reading.ts'
import { type Reference, validOn } from '../../core/reference/records.ts'
import { naturalKeyText } from '../../core/same-fact.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { keys } from '../store/keys.ts'

export type PlannedRow = ImportAnswer['rows'][number] & { draft?: LedgerDraft }

type IssueInput = CommandInput<'logIssue'>

const sourceOf = ({ heard }: LedgerDraft, teams: ReadonlyMap<string, string>): IssueInput['source'] => {
  const team = heard?.team && teams.get(heard.team)
  return {
    kind: heard?.kind ?? 'visit',
    ...(heard?.title && { title: heard.title }),
    ...(heard?.on && { on: heard.on }),
    ...(team && { team }),
  }
}

/** The issue as it would be logged. The ledger's dates are where it was heard, never when a clock began. */
export const issueFromDraft = (draft: LedgerDraft, teams: ReadonlyMap<string, string>): IssueInput => {
  const { firm, category, content, urgency, need, progress, remark } = draft
  const said = [progress?.text, remark && `备注：${remark}`].filter(Boolean).join('\n')
  return {
    firm: { uscc: firm.uscc, name: firm.name, ...(firm.park && { park: firm.park }) },
    ...(firm.contact && { contact: firm.contact }),
    category,
    content,
    urgency,
    ...(need && { need }),
    source: sourceOf(draft, teams),
    ...(progress?.department && { ledgerDepartment: progress.department }),
    ...(said && { progress: said.slice(0, 2000) }),
    ...(progress?.closed && { history: progress.closedOn ? { closedOn: progress.closedOn } : {} }),
  }
}

const factOf = ({ firm, category, content }: LedgerDraft) =>
  keys.sameFact(naturalKeyText({ uscc: firm.uscc, category, content }))

/** Which drafts state a fact that is in the system already, and under which id. */
const alreadyLogged = async (
  container: Container,
  rows: readonly LedgerRow[],
): Promise<Map<string, string>> => {
  const facts = rows.flatMap((row) => (row.draft ? [factOf(row.draft)] : []))
  const distinct = [...new Map(facts.map((fact) => [fact.pk, fact])).values()]
  const found = await container.table.getMany(distinct)
  return new Map(found.map((item) => [item.pk, String(item.issue)]))
}

const unknownTeam = (draft: LedgerDraft, teams: ReadonlyMap<string, string>): LedgerMessage[] => {
  const team = draft.heard?.team
  if (!team || teams.has(team)) return []
  const text = `名录里没有“${team}”，导入后这件诉求不属于任何工作队；请核对工作队名称。`
  return [{ level: 'warning', code: 'unknownTeam', column: '工作队', text }]
}

export const teamsByName = (reference: Reference, now: string): Map<string, string> =>
  new Map(validOn(reference.team, localDate(now)).map((team) => [team.name, team.id]))

const statusOf = (duplicateOf: unknown, messages: readonly LedgerMessage[]): PlannedRow['status'] => {
  if (messages.some((message) => message.level === 'error')) return 'error'
  if (duplicateOf !== undefined) return 'duplicate'
  return messages.length > 0 ? 'warning' : 'new'
}

/** What an import of these rows would do, row by row, against what is in the system now. */
export const planImport = async (container: Container, reading: LedgerReading): Promise<PlannedRow[]> => {
  const teams = teamsByName(await container.reference(), container.now())
  const logged = await alreadyLogged(container, reading.rows)
  const within = duplicatesWithin(reading.rows)
  return reading.rows.map((row) => {
    const { draft } = row
    const messages = [...row.messages, ...(draft ? unknownTeam(draft, teams) : [])]
    const duplicateOf = within.get(row.row) ?? (draft && logged.get(factOf(draft).pk))
    return {
      row: row.row,
      sheetRow: row.sheetRow,
      status: statusOf(duplicateOf, messages),
      messages,
      ...(duplicateOf !== undefined && { duplicateOf }),
      ...(draft && { draft, issue: issueFromDraft(draft, teams) }),
    }
  })
}
