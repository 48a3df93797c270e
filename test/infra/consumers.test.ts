import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { entryOf, functionNames } from '../../functions/catalogue.ts'
import { keys } from '../../functions/store/keys.ts'
import { idOf } from '../../infra/functions.ts'
import { officeStack, only, pointsAt } from './office-stack.ts'

const { ofType } = officeStack()
const mappings = ofType('AWS::Lambda::EventSourceMapping')
const consumers = functionNames.filter((name) => entryOf(name).trigger.kind === 'stream')
const mappingOf = (name: string) =>
  only(
    mappings.filter(({ properties }) =>
      pointsAt(properties.FunctionName)?.startsWith(`${idOf(name)}Function`),
    ),
  ).properties

const Filter = z.object({
  Filters: z.tuple([z.object({ Pattern: z.string().transform((text): unknown => JSON.parse(text)) })]),
})
const Matcher = z.array(z.union([z.string(), z.object({ prefix: z.string() })]))

/** The part of Lambda's filter language that is used: exact texts, prefixes, and objects of them. */
const passes = (pattern: unknown, value: unknown): boolean => {
  const matcher = Matcher.safeParse(pattern)
  if (matcher.success) {
    return matcher.data.some((one) =>
      typeof one === 'string' ? one === value : typeof value === 'string' && value.startsWith(one.prefix),
    )
  }
  const fields = z.record(z.string(), z.unknown()).parse(pattern)
  const found = z.record(z.string(), z.unknown()).safeParse(value)
  return found.success && Object.entries(fields).every(([key, part]) => passes(part, found.data[key]))
}
const record = (eventName: string, { pk, sk }: { pk: string; sk: string }) => ({
  eventName,
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
})
const id = '20261122-7K3Q9'

describe('the consumers of the stream', () => {
  it('are two: a third would starve the stream', () => {
    expect(consumers).toHaveLength(2)
    expect(mappings).toHaveLength(2)
  })

  it.each(consumers)('%s is woken by an event that was written, and by nothing else', (name) => {
    const pattern = Filter.parse(mappingOf(name).FilterCriteria).Filters[0].Pattern
    const { pk } = keys.issueHead(id)
    expect(passes(pattern, record('INSERT', keys.event(pk, 1)))).toBe(true)
    expect(passes(pattern, record('MODIFY', keys.event(pk, 1)))).toBe(false)
    expect(passes(pattern, record('REMOVE', keys.event(pk, 1)))).toBe(false)
    for (const other of [
      keys.issueHead(id),
      keys.issueWait(id),
      keys.member('2026-11', id),
      keys.note(pk, 1),
    ]) {
      expect(passes(pattern, record('INSERT', other))).toBe(false)
    }
  })

  it.each(consumers)('%s takes batches as the catalogue says, in the order of each issue', (name) => {
    const { trigger } = entryOf(name)
    if (trigger.kind !== 'stream') throw new Error('not a consumer')
    expect(mappingOf(name)).toMatchObject({
      BatchSize: trigger.batch,
      MaximumBatchingWindowInSeconds: trigger.windowSeconds,
      ParallelizationFactor: 1,
      StartingPosition: 'TRIM_HORIZON',
    })
  })

  it.each(consumers)('%s says which events failed, and gives them up after a while', (name) => {
    const mapping = mappingOf(name)
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 20,
    })
    const { OnFailure } = z
      .object({ OnFailure: z.object({ Destination: z.unknown() }) })
      .parse(mapping.DestinationConfig)
    expect(ofType('AWS::SQS::Queue').map((queue) => queue.id)).toContain(pointsAt(OnFailure.Destination))
  })
})
