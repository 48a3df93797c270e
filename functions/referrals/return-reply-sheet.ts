import type { ReplySheetAnswer } from '../../core/api/reply-sheet.ts'
import { isLedgerFault } from '../../core/ledger/fault.ts'
import { MOST_ROWS } from '../../core/ledger/read-ledger.ts'
import { mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { partsOfReferralId, referralIn } from '../../core/referral/referrals.ts'
import { findSheetHeader, readReplySheet, type SheetRow } from '../../core/referral/reply-sheet/read.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { foresee, giveCommand } from '../lib/give-command.ts'
import { countsOf } from '../lib/returned-rows.ts'
import { keyed } from '../store/answers.ts'

type Row = ReplySheetAnswer['rows'][number]

const said = ({ detail, zh, fields = [] }: Refusal) =>
  [detail ?? zh, ...fields.map(({ message }) => message)].join(' ')

/** What becomes of one row: as things stand, or done. The version in the row is the one that the bank saw. */
const carry = async (
  container: Container,
  principal: Principal,
  row: SheetRow,
  dryRun: boolean,
): Promise<Row> => {
  const place = { sheetRow: row.sheetRow, id: row.id }
  const parts = partsOfReferralId(row.id)
  const loaded = parts && (await container.issues.load(parts.issue))
  const one = parts && referralIn(loaded?.issue.financing, parts.referral)
  if (!loaded || !one) return { ...place, status: 'error', message: refuse('unknownReferral').zh }
  const may = mayRead(principal, loaded.issue)
  if (may !== true) return { ...place, status: 'error', message: said(may) }
  const shown = { ...place, bank: one.bank, firm: loaded.issue.firm.name }
  if (row.said === undefined) return { ...shown, status: 'unchanged' }
  if ('fault' in row.said) return { ...shown, status: 'error', message: row.said.fault }
  const { answer: command, input: given } = row.said
  const input = { ...given, referral: one.id, source: 'replySheet' }
  const wanted = { ...shown, command, input: given }
  if (row.version !== one.version) {
    return { ...wanted, status: 'stale', message: '取表之后这条推荐已有变化，请重新取表后再填。' }
  }
  const asked = {
    command,
    id: loaded.issue.id,
    input,
    principal,
    ifMatch: row.version,
    versionOf: (issue: typeof loaded.issue) => referralIn(issue.financing, one.id)?.version,
    // The same row of the same version, handed back again, is the same answer.
    keyed: keyed(principal.id, command, `reply-sheet:${row.id}:${row.version}`, row.said),
  }
  const outcome = dryRun ? await foresee(container, asked) : await giveCommand(container, asked)
  if (isRefusal(outcome)) return { ...wanted, status: 'error', message: said(outcome) }
  return { ...wanted, status: dryRun ? 'command' : 'done' }
}

/** The answers that a filled-in sheet gives, written down under the rights of who hands it back, or only listed. */
export const returnReplySheet = async (
  container: Container,
  principal: Principal,
  bytes: Uint8Array,
  dryRun: boolean,
): Promise<ReplySheetAnswer | Refusal> => {
  const { decodeLedgerFile } = await import('../lib/ledger-file/decode.ts')
  const { refuseLedger } = await import('../lib/ledger-file/read-ledger-file.ts')
  const decoded = decodeLedgerFile(bytes, findSheetHeader)
  if (isLedgerFault(decoded)) {
    return decoded.code === 'notALedgerFile' ? refuse('notAReplySheet') : refuseLedger(decoded)
  }
  const returned = readReplySheet(decoded.cells)
  if (!returned) return refuse('notAReplySheet')
  if (returned.length > MOST_ROWS) return refuse('tooManyRows')
  const rows: Row[] = []
  // One after another: rows of one issue would only race each other.
  for (const row of returned) rows.push(await carry(container, principal, row, dryRun))
  return { dryRun, counts: countsOf(rows), rows }
}
