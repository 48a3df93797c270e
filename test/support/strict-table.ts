import { keyOfWrite, makeMemoryTable } from '../../functions/store/memory-table.ts'
import { type Table, transactionLimit } from '../../functions/store/table.ts'

/** The table in memory with what DynamoDB refuses: more rows in a transaction than it takes, or one row twice. */
export const makeStrictTable = () => {
  const table = makeMemoryTable()
  const transact: Table['transact'] = (writes) => {
    if (writes.length > transactionLimit) throw new Error(`${writes.length} rows in one transaction`)
    const keys = new Set(writes.map(keyOfWrite).map(({ pk, sk }) => `${pk} ${sk}`))
    if (keys.size < writes.length) throw new Error('one row twice in a transaction')
    return table.transact(writes)
  }
  return { ...table, transact }
}
