import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findingWords } from '../../functions/lib/audit/findings.ts'
import { auditDaysFrom, keptFrom } from '../../functions/lib/audit/keep.ts'
import { verifyAudit } from '../../functions/lib/audit/verify.ts'
import { awsTable } from '../../functions/lib/aws.ts'
import type { Table } from '../../functions/store/table.ts'
import { databaseFile } from '../keepsafe/data-files.ts'
import { theOffice } from '../sample-tokens.ts'
import { exportDay } from './export-day.ts'
import { openData } from './open-data.ts'
import { keyName, publicKeyFile, readPublicKey } from './seal-key.ts'

const usage = `npm run audit -- verify [--data .zhuqi] [--key seal-key.pub.pem] [--noted 2026-11-22:digest]
npm run audit -- verify --table NAME --key public.pem --key-name ARN
                        [--kept-days 366]  只保存这么多天的记录行时（ZHUQI_AUDIT_DAYS）/ where lines are kept for so many days
npm run audit -- export --day 2026-11-23 [--format csv|ndjson] [--to FILE]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    table: { type: 'string' },
    key: { type: 'string' },
    'key-name': { type: 'string' },
    noted: { type: 'string' },
    'kept-days': { type: 'string' },
    day: { type: 'string' },
    format: { type: 'string' },
    to: { type: 'string' },
  },
})

const noted = () => {
  const [, day, digest] = /^(\d{4}-\d\d-\d\d):([\w-]{43})$/.exec(values.noted ?? '') ?? []
  return day && digest ? { day, digest } : undefined
}

const keysOf = (dataDir: string) => {
  const file = values.key ?? publicKeyFile(dataDir)
  if (!existsSync(file)) return new Map()
  const key = readPublicKey(file)
  return new Map([[values['key-name'] ?? keyName(key), key]])
}

const verify = async (table: Table, dataDir: string) => {
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  const days = auditDaysFrom({ ZHUQI_AUDIT_DAYS: values['kept-days'] ?? process.env.ZHUQI_AUDIT_DAYS })
  const asked = { table, now, keys: keysOf(dataDir), noted: noted(), keptFrom: keptFrom(now, days) }
  const report = await verifyAudit(asked)
  for (const one of report.findings) console.log(`✗ ${findingWords(one)}`)
  const { sealed, streams, lines, wordsGone } = report
  console.log(
    `${streams} 条记录链、${lines} 行 / chains and lines read; ${wordsGone} 处文字已删除 / texts erased`,
  )
  console.log(
    sealed.digest
      ? `${sealed.days} 天已封存 / days sealed, ${sealed.from} – ${sealed.to}\n请另行记下 / note elsewhere: ${sealed.to}:${sealed.digest}`
      : '还没有封存的日子 / no day has been sealed yet',
  )
  console.log(
    report.findings.length === 0 ? '✓ 全部相符 / all is as it was written' : `✗ ${report.findings.length}`,
  )
  if (report.findings.length > 0) process.exitCode = 1
}

const run = async () => {
  const [what, ...more] = positionals
  if ((what !== 'verify' && what !== 'export') || more.length > 0) throw new Error(usage)
  if (values.noted && !noted()) throw new Error(usage)
  const dataDir = values.data ?? theOffice().dataDir
  if (!values.table && !existsSync(join(dataDir, databaseFile)))
    throw new Error(`${dataDir} 里没有助企的数据。 / There is no data of Zhuqi in ${dataDir}.`)
  const opened = values.table
    ? { table: awsTable(values.table), close: async () => {} }
    : await openData(dataDir)
  try {
    if (what === 'verify') await verify(opened.table, dataDir)
    else console.log(await exportDay(opened.table, { day: values.day, format: values.format, to: values.to }))
  } finally {
    await opened.close()
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
