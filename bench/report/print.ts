import type { Bundles } from '../parts/bundles.ts'
import type { Figures } from '../parts/figures.ts'
import type { Recount } from '../parts/recount.ts'
import type { Level, Sustained } from '../parts/throughput.ts'
import type { UnitsUsed } from '../parts/units.ts'
import type { Page } from '../parts/worklist.ts'
import type { Rate } from '../percentiles.ts'
import type { Aim } from './aims.ts'
import { hundredths, kilobytes, table, tenths, whole } from './table.ts'

const rate = ({ perSecond, p50, p95, p99 }: Rate) => [
  tenths(perSecond),
  tenths(p50),
  tenths(p95),
  tenths(p99),
]

export const printThroughput = (levels: readonly Level[]): string => {
  const heads = ['over HTTP, routed by the dispatcher', 'clients', 'a second', 'p50 ms', 'p95 ms', 'p99 ms']
  const rows = levels.flatMap((level) => [
    ['commands', level.clients, ...rate(level.commands)],
    ['lifecycles of five commands', level.clients, ...rate(level.lifecycles)],
    ['bare transactions, straight to the engine', level.clients, ...rate(level.bare)],
  ])
  const compared = levels.map(({ clients, commands, bare, lagSeconds }) => [
    'commands beside bare transactions',
    clients,
    hundredths(commands.perSecond / bare.perSecond),
    hundredths(commands.p95 / bare.p95),
    hundredths(lagSeconds),
  ])
  const byCommand = levels.flatMap(({ clients, byCommand }) =>
    Object.entries(byCommand).map(([name, { p50, p95, p99 }]) => [
      name,
      clients,
      tenths(p50),
      tenths(p95),
      tenths(p99),
    ]),
  )
  return [
    table(heads, rows),
    table(['', 'clients', 'rate', 'p95', 'consumers behind, s'], compared),
    table(['command', 'clients', 'p50 ms', 'p95 ms', 'p99 ms'], byCommand),
  ].join('\n\n')
}

export const printSustained = ({ clients, lifecycles, loadSeconds, lagSeconds }: Sustained): string =>
  table(
    ['kept up by the consumers', 'clients', 'a second', 'p50 ms', 'p95 ms', 'p99 ms', 'load s', 'behind s'],
    [
      [
        'lifecycles, routed by the workflow',
        clients,
        ...rate(lifecycles),
        tenths(loadSeconds),
        hundredths(lagSeconds),
      ],
    ],
  )

export const printUnits = ({ byCommand, lifecycle, consumers }: UnitsUsed): string =>
  table(
    ['consumed capacity', 'write units', 'read units'],
    [
      ...Object.entries(byCommand).map(([name, units]) => [name, tenths(units.write), tenths(units.read)]),
      ['the five commands of a lifecycle', tenths(lifecycle.write), tenths(lifecycle.read)],
      ['consumers and workflow, per lifecycle', tenths(consumers.write), tenths(consumers.read)],
    ],
  )

export const printWorklist = (pages: readonly Page[]): string =>
  table(
    ['first page of a queue', 'issues in it', 'p50 ms', 'p95 ms', 'p99 ms'],
    pages.map(({ issues, p50, p95, p99 }) => [
      'GET /issues?queue=unit',
      issues,
      hundredths(p50),
      hundredths(p95),
      hundredths(p99),
    ]),
  )

export const printBundles = ({ bareSdk, functions }: Bundles): string =>
  table(
    ['function', 'bundle', 'import ms', 'beside the bare SDK'],
    [bareSdk, ...functions].map(({ name, bytes, importMs }) => [
      name,
      kilobytes(bytes),
      whole(importMs),
      hundredths(importMs / bareSdk.importMs),
    ]),
  )

export const printAims = (aims: readonly Aim[]): string =>
  table(
    ['aim', 'wanted', 'measured', ''],
    aims.map(({ aim, wanted, measured, met }) => [
      aim,
      wanted,
      hundredths(measured),
      met ? 'met' : 'not met',
    ]),
  )

export const printFigures = (months: Figures): string =>
  table(
    ['figures of a month', 'issues in it', 'p50 ms', 'p95 ms', 'read units'],
    months.map(({ issues, p50, p95, readUnits }) => [
      'GET /indicators?by=department',
      issues,
      hundredths(p50),
      hundredths(p95),
      hundredths(readUnits),
    ]),
  )

export const printRecount = ({ events, perSecond, bare }: Recount): string =>
  table(
    [
      'recount of the table',
      'events',
      'events a second',
      'as a share of 10,000',
      'table merely read',
      'ratio',
    ],
    [
      [
        'from the events, every counter',
        events,
        whole(perSecond),
        hundredths(perSecond / 10_000),
        whole(bare.perSecond),
        hundredths(perSecond / bare.perSecond),
      ],
    ],
  )
