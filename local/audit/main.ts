import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findingWords } from '../../functions/lib/audit/findings.ts'
import { verifyAudit } from '../../functions/lib/audit/verify.ts'
import { awsTable } from '../../functions/lib/aws.ts'
import { theOffice } from '../sample-tokens.ts'
import { openData } from './open-data.ts'
import { keyName, publicKeyFile, readPublicKey } from './seal-key.ts'

const usage = `npm run audit -- verify [--data .zhuqi] [--key seal-key.pub.pem] [--noted 2026-11-22:digest]
npm run audit -- verify --table NAME --key public.pem --key-name ARN`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    table: { type: 'string' },
    key: { type: 'string' },
    'key-name': { type: 'string' },
    noted: { type: 'string' },
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

const run = async () => {
  if (positionals[0] !== 'verify') throw new Error(usage)
  if (values.noted && !noted()) throw new Error(usage)
  const dataDir = values.data ?? theOffice().dataDir
  const opened = values.table
    ? { table: awsTable(values.table), close: async () => {} }
    : await openData(dataDir)
  try {
    const now = `${new Date().toISOString().slice(0, 19)}Z`
    const report = await verifyAudit({ table: opened.table, now, keys: keysOf(dataDir), noted: noted() })
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
  } finally {
    await opened.close()
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
