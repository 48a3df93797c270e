import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { anOffice, callWithToken, DAY, entered, SECOND, type Waiting, withLifecycle } from './office.ts'

const TEN_DAYS = 10 * 86_400

test('an event wakes the waiting issue, which is loaded again and ends when it is over', async () => {
  const office = await anOffice()
  const standing = { standing: 'toHandle', secondsToDeadline: TEN_DAYS }
  const waits = withLifecycle(office, standing)
  const executionArn = await office.start('issue-lifecycle', '20261122-7K3Q9-1', {
    issueId: '20261122-7K3Q9',
  })
  expect(office.server.waitingCount()).toBe(1)
  expect(waits[0]).toMatchObject({ issueId: '20261122-7K3Q9', execution: executionArn })

  standing.standing = 'over'
  await office.complete(waits[0]?.token ?? '')

  const described = await office.sfn.send(new DescribeExecutionCommand({ executionArn }))
  expect(described).toMatchObject({ status: 'SUCCEEDED', name: '20261122-7K3Q9-1' })
  expect(JSON.parse(described.output ?? '')).toEqual({
    issueId: '20261122-7K3Q9',
    now: { standing: 'over', secondsToDeadline: TEN_DAYS },
  })
  expect(office.server.waitingCount() + office.server.runningCount()).toBe(0)
})

test('a deadline of ten days that passes is recorded once, and the issue waits again', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  const executionArn = await office.start('issue-lifecycle', 'late', { issueId: 'A' })

  await office.clock.advance(10 * DAY - 1)
  expect(office.calls.filter((call) => call.startsWith('RecordOverdue'))).toEqual([])
  await office.clock.advance(1)

  expect(office.calls.filter((call) => call.startsWith('RecordOverdue'))).toEqual([
    `RecordOverdue at ${TEN_DAYS}`,
  ])
  expect(waits).toHaveLength(2)
  expect(entered(await office.history(executionArn))).toEqual([
    'Load issue',
    'Where does the issue stand?',
    'Wait for the department',
    'Record overdue',
    'Load issue',
    'Where does the issue stand?',
    'Wait for the department',
  ])
})

test('a deadline forty days off does not fire early', async () => {
  const office = await anOffice()
  withLifecycle(office, { standing: 'toHandle', secondsToDeadline: 40 * 86_400 })
  await office.start('issue-lifecycle', 'slow', { issueId: 'A' })
  await office.clock.advance(40 * DAY - SECOND)
  expect(office.calls).toHaveLength(2)
  await office.clock.advance(SECOND)
  expect(office.calls[2]).toBe(`RecordOverdue at ${40 * 86_400}`)
})

test('a token can be used once', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  await office.start('issue-lifecycle', 'twice', { issueId: 'A' })
  await office.complete(waits[0]?.token ?? '')
  await expect(office.complete(waits[0]?.token ?? '')).rejects.toMatchObject({
    name: 'TaskTimedOut',
    message: "Task Timed Out: 'Provided task does not exist anymore'",
  })
  expect(waits).toHaveLength(2)
})

test('a token whose deadline has passed is dead', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  await office.start('issue-lifecycle', 'dead', { issueId: 'A' })
  await office.clock.advance(10 * DAY)
  const taskToken = waits[0]?.token ?? ''
  for (const command of [
    new SendTaskSuccessCommand({ taskToken, output: '{}' }),
    new SendTaskFailureCommand({ taskToken }),
    new SendTaskHeartbeatCommand({ taskToken }),
  ]) {
    await expect(office.sfn.send(command as SendTaskHeartbeatCommand)).rejects.toMatchObject({
      name: 'TaskTimedOut',
    })
  }
})

test('a token that nobody gave is told apart from one of an earlier run of the server', async () => {
  const office = await anOffice()
  await expect(office.complete('nonsense')).rejects.toMatchObject({ name: 'InvalidToken' })
  const earlier = await anOffice()
  const waits = withLifecycle(earlier, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  await earlier.start('issue-lifecycle', 'before', { issueId: 'A' })
  await expect(office.complete(waits[0]?.token ?? '')).rejects.toMatchObject({ name: 'TaskDoesNotExist' })
})

test('a function that completes its own token before it returns has woken the execution', async () => {
  const office = await anOffice()
  const standing = { standing: 'toHandle', secondsToDeadline: TEN_DAYS }
  withLifecycle(office, standing)
  office.functions.WaitForEvent = async ({ token }: Waiting) => {
    standing.standing = 'over'
    await office.sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))
    throw new Error('what comes after its own completion is not heard')
  }
  const executionArn = await office.start('issue-lifecycle', 'own', { issueId: 'A' })
  await office.clock.advance(0)
  const { status } = await office.sfn.send(new DescribeExecutionCommand({ executionArn }))
  expect(status).toBe('SUCCEEDED')
})

test('an execution whose token was replaced is told so and takes its way out', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  const executionArn = await office.start('issue-lifecycle', 'old', { issueId: 'A' })
  const taskToken = waits[0]?.token ?? ''
  await office.sfn.send(
    new SendTaskFailureCommand({ taskToken, error: 'Superseded', cause: 'a newer one waits' }),
  )
  const { status, output } = await office.sfn.send(new DescribeExecutionCommand({ executionArn }))
  expect(status).toBe('SUCCEEDED')
  expect(JSON.parse(output ?? '').failure).toEqual({ Error: 'Superseded', Cause: 'a newer one waits' })
})

test('a stopped execution no longer waits and hears nothing', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  const executionArn = await office.start('issue-lifecycle', 'stopped', { issueId: 'A' })
  const { stopDate } = await office.sfn.send(
    new StopExecutionCommand({ executionArn, error: 'Withdrawn', cause: '企业撤回' }),
  )
  expect(stopDate).toEqual(office.clock.now())
  expect(office.server.waitingCount()).toBe(0)
  await expect(office.complete(waits[0]?.token ?? '')).rejects.toMatchObject({ name: 'TaskTimedOut' })
  await office.clock.advance(30 * DAY)
  expect(office.calls).toHaveLength(2)
  const described = await office.sfn.send(new DescribeExecutionCommand({ executionArn }))
  expect(described).toMatchObject({ status: 'ABORTED', error: 'Withdrawn', cause: '企业撤回', stopDate })
  expect((await office.history(executionArn)).at(-1)).toMatchObject({
    type: 'ExecutionAborted',
    executionAbortedEventDetails: { error: 'Withdrawn', cause: '企业撤回' },
  })
})

test('a heartbeat puts off the heartbeat timeout, and a missed one is a timeout', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, { standing: 'toHandle', secondsToDeadline: TEN_DAYS })
  office.server.registerMachine(
    'watched',
    JSON.stringify({
      StartAt: 'Watch',
      States: {
        Watch: {
          Type: 'Task',
          ...callWithToken('WaitForEvent'),
          HeartbeatSeconds: 60,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Lost' }],
          End: true,
        },
        Lost: { Type: 'Succeed' },
      },
    }),
  )
  const executionArn = await office.start('watched', 'w', { issueId: 'A' })
  await office.clock.advance(59 * SECOND)
  await office.sfn.send(new SendTaskHeartbeatCommand({ taskToken: waits[0]?.token }))
  await office.clock.advance(59 * SECOND)
  expect(office.server.waitingCount()).toBe(1)
  await office.clock.advance(SECOND)
  expect(entered(await office.history(executionArn))).toEqual(['Watch', 'Lost'])
})
