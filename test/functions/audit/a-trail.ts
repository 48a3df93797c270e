import { generateKeyPairSync, sign } from 'node:crypto'
import { makeAudit } from '../../../functions/lib/audit/audit.ts'
import { findingWords } from '../../../functions/lib/audit/findings.ts'
import type { Sealer } from '../../../functions/lib/audit/seal.ts'
import { sealDays } from '../../../functions/lib/audit/seal.ts'
import { verifyAudit } from '../../../functions/lib/audit/verify.ts'
import { journalKey } from '../../../functions/store/keys.ts'
import { makeMemoryTable } from '../../../functions/store/memory-table.ts'
import { commitTo } from '../../../functions/store/stream.ts'
import type { Item } from '../../../functions/store/table.ts'

export const aSealer = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const sealer: Sealer = {
    key: 'key-1',
    sign: async (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
  return { sealer, keys: new Map([['key-1', publicKey]]) }
}

/** Three days of an office: firms that change, people who are refused; the first two days sealed. */
export const aSealedOffice = async () => {
  const table = makeMemoryTable()
  const { sealer, keys } = aSealer()
  let now = '2026-11-20T03:00:00Z'
  const audit = makeAudit({ table, now: () => now })
  const hashes = new Map<string, { version: number; hash: string }>()
  const happen = async (firm: string, text: string) => {
    const before = hashes.get(firm)
    const done = await commitTo(table, {
      pk: `FIRM#${firm}`,
      id: firm,
      version: before?.version ?? 0,
      hash: before?.hash,
      facts: [{ type: 'FirmChanged', firm: { park: text }, note: { contact: text } }],
      at: now,
      by: 'official-1',
      head: { firm: {} },
    })
    if (done.written) hashes.set(firm, done)
  }
  const refused = (by: string) =>
    audit.record({ type: 'Refused', by, what: 'getIssue', result: 'notAllowed' })

  await happen('A', 'a1')
  await happen('B', 'b1')
  await happen('A', 'a2')
  await refused('admin')
  await refused('banker')
  await refused('admin')
  now = '2026-11-21T03:00:00Z'
  await happen('A', 'a3')
  await refused('admin')
  now = '2026-11-22T03:00:00Z'
  await sealDays(table, sealer, now)
  await happen('A', 'a4')
  await happen('C', 'c1')

  /** As somebody with access to the store would, behind the back of the program. */
  const put = (row: Item) => table.transact([{ put: row }])
  const remove = ({ pk, sk }: Item) => table.transact([{ remove: { pk, sk } }])
  const row = (pk: string | RegExp, sk: string): Item => {
    const found = table
      .rows()
      .find((one) => (typeof pk === 'string' ? one.pk === pk : pk.test(one.pk)) && one.sk === sk)
    if (!found) throw new Error(`no row ${pk} ${sk}`)
    return found
  }
  const verify = async (
    more: { noted?: { day: string; digest: string }; now?: string; keptFrom?: string | undefined } = {},
  ) => {
    const report = await verifyAudit({ table, keys, now, ...more })
    return {
      ...report,
      said: report.findings.map(findingWords),
      codes: report.findings.map(({ code, at }) => `${code} ${at}`),
    }
  }
  return {
    table,
    sealer,
    keys,
    audit,
    happen,
    put,
    remove,
    row,
    verify,
    journalKey,
    at: (next: string) => {
      now = next
    },
  }
}
