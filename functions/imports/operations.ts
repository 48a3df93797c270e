import { isLedgerFault } from '../../core/ledger/fault.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { carryOut } from './carry-out.ts'
import { type PlannedRow, planImport } from './plan.ts'
import { takeReturn } from './returned.ts'

const count = (rows: readonly PlannedRow[], status: PlannedRow['status']) =>
  rows.filter((row) => row.status === status).length

const shown = ({ draft: _, ...row }: PlannedRow) => row

export const importOperations = (container: Container): OperationsIn<'imports'> => ({
  importLedger: async ({ principal, query, bytes }) => {
    // Its tables and patterns take a tenth of a cold start, which only a file that has come is worth.
    const { readLedgerFile, refuseLedger } = await import('../lib/ledger-file/read-ledger-file.ts')
    const reading = readLedgerFile(bytes)
    if (isLedgerFault(reading)) return refuseLedger(reading)
    const rows = await planImport(container, reading)
    const counts = {
      new: count(rows, 'new'),
      duplicate: count(rows, 'duplicate'),
      warning: count(rows, 'warning'),
      error: count(rows, 'error'),
    }
    if (!query.dryRun) {
      const chosen = rows.filter(
        (row) => row.status === 'new' || (row.status === 'warning' && query.acceptWarnings),
      )
      await carryOut(container, principal, chosen)
    }
    return {
      body: {
        dryRun: query.dryRun,
        counts,
        imported: rows.filter((row) => row.id !== undefined).length,
        columns: reading.columns,
        messages: reading.messages,
        rows: rows.map(shown),
      },
    }
  },

  returnLedger: async ({ principal, query, bytes }) => {
    const answer = await takeReturn(container, principal, bytes, query.dryRun)
    return isRefusal(answer) ? answer : { body: answer }
  },
})
