import { availableParallelism, cpus, loadavg } from 'node:os'
import { startClients } from './load/clients.ts'
import { measureBundles } from './parts/bundles.ts'
import { measureFigures } from './parts/figures.ts'
import { measureRecount } from './parts/recount.ts'
import { measureSustained, measureThroughput } from './parts/throughput.ts'
import { measureUnits } from './parts/units.ts'
import { measureWorklist } from './parts/worklist.ts'
import { aimsOf } from './report/aims.ts'
import {
  printAims,
  printBundles,
  printFigures,
  printRecount,
  printSustained,
  printThroughput,
  printUnits,
  printWorklist,
} from './report/print.ts'
import type { Results } from './report/results.ts'

/** `npm run bench [-- part…] [--json]`: what the parts are, and against what they measure, stands in README.md. */
const parts = ['throughput', 'sustained', 'units', 'worklist', 'figures', 'recount', 'functions'] as const
type Part = (typeof parts)[number]

const args = process.argv.slice(2)
const asJson = args.includes('--json')
const named = args.filter((arg) => !arg.startsWith('--'))
const unknown = args.filter((arg) => arg !== '--json' && !parts.includes(arg as Part))
if (unknown.length > 0) {
  console.error(`usage: npm run bench -- [${parts.join(' | ')}]… [--json]; not ${unknown.join(' ')}`)
  process.exit(2)
}
const wanted = (part: Part) => named.length === 0 || named.includes(part)

const results: Results = {}
const say = (text: string) => {
  if (!asJson) console.log(`${text}\n`)
}

const machine = {
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  node: process.version,
  loadBefore: loadavg()[0] ?? 0,
}
say(
  `${machine.cores} cores (${machine.processor}), Node ${machine.node}, load before the run ${machine.loadBefore.toFixed(1)}; ` +
    'clients, office and engine are three processes that share the cores',
)

const clients = startClients()
try {
  if (wanted('throughput')) {
    results.throughput = await measureThroughput(clients)
    say(printThroughput(results.throughput))
  }
  if (wanted('sustained')) {
    results.sustained = await measureSustained(clients)
    say(printSustained(results.sustained))
  }
  if (wanted('units')) {
    results.units = await measureUnits()
    say(printUnits(results.units))
  }
  if (wanted('worklist')) {
    results.worklist = await measureWorklist(clients)
    say(printWorklist(results.worklist))
  }
  if (wanted('figures')) {
    results.figures = await measureFigures(clients)
    say(printFigures(results.figures))
  }
  if (wanted('recount')) {
    results.recount = await measureRecount()
    say(printRecount(results.recount))
  }
  if (wanted('functions')) {
    results.functions = await measureBundles()
    say(printBundles(results.functions))
  }
  const aims = aimsOf(results)
  if (aims.length > 0) say(printAims(aims))
  if (asJson) console.log(JSON.stringify({ machine, ...results, aims }, null, 2))
} finally {
  await clients.stop()
}
