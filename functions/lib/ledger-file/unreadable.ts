import { type LedgerFault, ledgerFault } from '../../../core/ledger/fault.ts'

/** Ends the reading of a file from deep inside its parsers; caught in `decode.ts` and nowhere else. */
export class Unreadable extends Error {
  readonly fault: LedgerFault
  constructor(code: LedgerFault['code'], message?: string) {
    super(code)
    this.fault = ledgerFault(code, message)
  }
}
