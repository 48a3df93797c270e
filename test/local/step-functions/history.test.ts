import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { anOffice, DAY, entered, MONDAY, withLifecycle } from './office.ts'

const TEN_DAYS = 10 * 86_400

test('the history shows the way taken, in the events of AWS', async () => {
  const office = await anOffice()
  const standing = { standing: 'toHandle', secondsToDeadline: TEN_DAYS }
  const waits = withLifecycle(office, standing)
  const executionArn = await office.start('issue-lifecycle', 'A-1', { issueId: 'A' })
  await office.clock.advance(10 * DAY)
  standing.standing = 'over'
  await office.complete(waits[1]?.token ?? '', { woken: true })

  const events = await office.history(executionArn)
  const load = ['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited']
  const choice = ['ChoiceStateEntered', 'ChoiceStateExited']
  const wait = ['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted']
  expect(events.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    ...load,
    ...choice,
    ...wait,
    'TaskTimedOut',
    'TaskStateExited',
    ...load,
    ...load,
    ...choice,
    ...wait,
    'TaskSucceeded',
    'TaskStateExited',
    ...load,
    ...choice,
    'SucceedStateEntered',
    'SucceedStateExited',
    'ExecutionSucceeded',
  ])
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
  expect(events.slice(0, 4).map(({ previousEventId }) => previousEventId)).toEqual([0, 0, 2, 3])
  expect(events[1]?.stateEnteredEventDetails).toMatchObject({ name: 'Load issue', input: '{"issueId":"A"}' })
  const scheduled = events[9]?.taskScheduledEventDetails
  expect(scheduled).toMatchObject({
    resourceType: 'lambda',
    resource: 'invoke.waitForTaskToken',
    timeoutInSeconds: TEN_DAYS,
  })
  expect(JSON.parse(scheduled?.parameters ?? '').Payload).toEqual(waits[0])
  expect(events[12]).toMatchObject({
    type: 'TaskTimedOut',
    timestamp: new Date(MONDAY.getTime() + 10 * DAY),
    taskTimedOutEventDetails: { error: 'States.Timeout', resource: 'invoke.waitForTaskToken' },
  })
  const woken = events.findLast(
    (event) => event.taskSucceededEventDetails?.resource === 'invoke.waitForTaskToken',
  )
  expect(woken?.taskSucceededEventDetails?.output).toBe('{"woken":true}')
})

test('a history is read in pages, forwards and backwards, and without its data', async () => {
  const office = await anOffice()
  withLifecycle(office, { standing: 'over', secondsToDeadline: 1 })
  const executionArn = await office.start('issue-lifecycle', 'A-1', { issueId: 'A' })
  const pages = async (reverseOrder: boolean) => {
    const ids: (number | undefined)[] = []
    let nextToken: string | undefined
    do {
      const page = await office.sfn.send(
        new GetExecutionHistoryCommand({ executionArn, reverseOrder, maxResults: 4, nextToken }),
      )
      ids.push(...(page.events ?? []).map(({ id }) => id))
      nextToken = page.nextToken
    } while (nextToken !== undefined)
    return ids
  }
  const forwards = await pages(false)
  expect(forwards).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(await pages(true)).toEqual(forwards.toReversed())
  const bare = await office.sfn.send(
    new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }),
  )
  expect(JSON.stringify(bare.events)).not.toContain('issueId')
})

test('a long history loses its oldest turns, but never its start', async () => {
  const office = await anOffice({ maxHistory: 60 })
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  const executionArn = await office.start('issue-lifecycle', 'long', { issueId: 'A' })
  for (let turn = 0; turn < 20; turn += 1) await office.complete(waits.at(-1)?.token ?? '')
  const events = await office.history(executionArn)
  expect(events.length).toBeLessThanOrEqual(60)
  expect(events[0]).toMatchObject({ type: 'ExecutionStarted', id: 1 })
  expect(events[1]?.type).toMatch(/StateEntered$/)
  const ids = events.slice(1).map(({ id = 0 }) => id)
  expect(ids).toEqual(ids.map((_, index) => (ids[0] ?? 0) + index))
  expect(ids.at(-1)).toBe(1 + 21 * 11 + 20 * 2)
  expect(entered(events).at(-1)).toBe('Wait for the department')
})

test('an execution that turns in circles ends where AWS ends it', async () => {
  const office = await anOffice()
  const circle = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } } }
  office.server.registerMachine('circle', JSON.stringify(circle))
  const executionArn = await office.start('circle', 'c')
  const newest = await office.sfn.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
  )
  expect(newest.events?.[0]?.executionFailedEventDetails?.cause).toContain('maximum number of history events')
})
