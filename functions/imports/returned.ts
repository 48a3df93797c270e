import type { ReturnAnswer } from '../../core/api/others.ts'
import { isLedgerFault } from '../../core/ledger/fault.ts'
import { MOST_ROWS } from '../../core/ledger/read-ledger.ts'
import { type ReturnedRow, readReturn } from '../../core/ledger/read-return.ts'
import { askedByRow } from '../../core/ledger/returned-command.ts'
import { mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { atMost } from '../lib/at-most.ts'
import type { Container } from '../lib/container.ts'
import { foresee, giveCommand } from '../lib/give-command.ts'
import { countsOf } from '../lib/returned-rows.ts'
import { keyed } from '../store/answers.ts'

type Row = ReturnAnswer['rows'][number]

const rowsAtOnce = 8
const names = { department: (id: string) => id, team: (id: string) => id }
const said = ({ detail, zh }: Refusal) => detail ?? zh

/** What becomes of one row: as things stand, or done. The version in the row is the one that its editor saw. */
const carry = async (
  container: Container,
  principal: Principal,
  row: ReturnedRow,
  dryRun: boolean,
): Promise<Row> => {
  const place = { sheetRow: row.sheetRow, id: row.id }
  const loaded = await container.issues.load(row.id)
  if (!loaded) return { ...place, status: 'error', message: '没有这件诉求。' }
  const may = mayRead(principal, loaded.issue)
  if (may !== true) return { ...place, status: 'error', message: said(may) }
  const { issue, version } = loaded
  const history = await container.issues.history(row.id)
  const asked = askedByRow(row, { issue, history, version, nameOf: names })
  const shown = { ...place, firm: issue.firm.name }
  if (asked === undefined) return { ...shown, status: 'unchanged' }
  if ('fault' in asked) return { ...shown, status: 'error', message: asked.fault }
  const wanted = { ...shown, command: asked.command, input: asked.input }
  if (!row.fault && row.version !== version) {
    return { ...wanted, status: 'stale', message: '导出之后这件诉求已有变化，请重新导出后再填。' }
  }
  // The same row of the same version, handed back again, is the same command.
  const once = keyed(principal.id, asked.command, `ledger-return:${row.id}:${row.version}`, asked)
  const given = {
    command: asked.command,
    id: row.id,
    input: asked.input,
    principal,
    ifMatch: row.version,
    keyed: once,
  }
  const outcome = dryRun ? await foresee(container, given) : await giveCommand(container, given)
  if (isRefusal(outcome)) return { ...wanted, status: 'error', message: said(outcome) }
  return { ...wanted, status: dryRun ? 'command' : 'done' }
}

/** The commands that a returned ledger asks for, given under the rights of who hands it back, or only listed. */
export const takeReturn = async (
  container: Container,
  principal: Principal,
  bytes: Uint8Array,
  dryRun: boolean,
): Promise<ReturnAnswer | Refusal> => {
  const { decodeLedgerFile } = await import('../lib/ledger-file/decode.ts')
  const { refuseLedger } = await import('../lib/ledger-file/read-ledger-file.ts')
  const decoded = decodeLedgerFile(bytes)
  if (isLedgerFault(decoded)) return refuseLedger(decoded)
  const returned = readReturn(decoded.cells)
  if (!returned) return refuse('notAReturnedLedger')
  if (returned.length > MOST_ROWS) return refuse('tooManyRows')
  const carried = new Map<number, Row>()
  await atMost(rowsAtOnce, returned, async (row) => {
    carried.set(row.sheetRow, await carry(container, principal, row, dryRun))
  })
  const rows = returned.flatMap(({ sheetRow }) => carried.get(sheetRow) ?? [])
  return { dryRun, counts: countsOf(rows), rows }
}
