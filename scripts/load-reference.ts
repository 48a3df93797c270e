import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { defaultRoutingRules } from '../core/reference/defaults.ts'
import { usualRecords } from '../core/reference/usual.ts'
import { localDate } from '../core/zone-time.ts'
import { awsContainer } from '../functions/lib/aws.ts'
import { type Loaded, loadRecords, recordsOfFile } from '../functions/lib/reference-file.ts'

const usage =
  'node scripts/load-reference.ts --table TABLE [--defaults] [--from 2026-01-01] [--source "…"] [FILE.json …]'

/** What an office starts with where it has nothing of its own: calendar, lengths, hours, routing and tax rules. */
const defaults = { ...usualRecords, routingRule: defaultRoutingRules }

const tell = (what: string, { added, there, refused }: Loaded) => {
  console.log(`${what}: 新增 ${added} 条，已有 ${there} 条 / ${added} added, ${there} there already`)
  for (const { kind, id, why } of refused) {
    const fields = (why.fields ?? []).map(({ pointer, message }) => `${pointer} ${message}`).join('；')
    console.error(`${what}: ${kind} ${id}: ${why.zh} ${fields} / ${why.en}`)
    process.exitCode = 1
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    table: { type: 'string' },
    from: { type: 'string', default: localDate(new Date().toISOString()) },
    source: { type: 'string', default: '单位名录' },
    defaults: { type: 'boolean', default: false },
  },
})

/**
 * Writes to a table what is missing of the records in the files; asked again it does what is left. The SDK finds
 * region and credentials in its own variables.
 */
const load = async (table: string) => {
  const container = awsContainer({ TABLE_NAME: table })
  const since = { validFrom: values.from, source: values.source }
  for (const file of positionals) {
    const lists = recordsOfFile(JSON.parse(readFileSync(file, 'utf8')), since)
    tell(file, await loadRecords(container, lists))
  }
  // Rules name departments, which the files bring.
  if (values.defaults) tell('defaults', await loadRecords(container, defaults))
}

if (values.table && (positionals.length > 0 || values.defaults)) await load(values.table)
else {
  console.error(usage)
  process.exitCode = 2
}
