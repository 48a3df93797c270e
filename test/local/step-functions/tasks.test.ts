import { DescribeExecutionCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { anOffice, call, callWithToken, entered, type Office, SECOND } from './office.ts'

async function outcome(office: Office, states: Record<string, object>, input: object = {}) {
  const [StartAt] = Object.keys(states)
  office.server.registerMachine('m', JSON.stringify({ StartAt, States: states }))
  const executionArn = await office.start('m', 'x', input)
  return async () => {
    const { status, output, error, cause } = await office.sfn.send(
      new DescribeExecutionCommand({ executionArn }),
    )
    const way = entered(await office.history(executionArn))
    return { status, error, cause, way, output: output === undefined ? undefined : JSON.parse(output) }
  }
}

class Superseded extends Error {
  override name = 'Superseded'
}

test('what a function throws is caught by its name, with the cause as Lambda words it', async () => {
  const office = await anOffice()
  office.functions.F = () => {
    throw new Superseded('a newer execution waits')
  }
  const look = await outcome(office, {
    Do: {
      Type: 'Task',
      ...call('F'),
      Catch: [
        { ErrorEquals: ['Other'], Next: 'Wrong' },
        { ErrorEquals: ['Superseded'], ResultPath: '$.failure', Next: 'Out' },
      ],
      Next: 'Wrong',
    },
    Wrong: { Type: 'Fail' },
    Out: { Type: 'Succeed' },
  })
  const { status, way, output } = await look()
  expect({ status, way }).toEqual({ status: 'SUCCEEDED', way: ['Do', 'Out'] })
  expect(output.failure.Error).toBe('Superseded')
  expect(JSON.parse(output.failure.Cause)).toMatchObject({
    errorType: 'Superseded',
    errorMessage: 'a newer execution waits',
  })
})

test('the same holds for the function that was given a token', async () => {
  const office = await anOffice()
  office.functions.F = () => {
    throw new Superseded('x')
  }
  const look = await outcome(
    office,
    {
      Do: {
        Type: 'Task',
        ...callWithToken('F'),
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Out' }],
        End: true,
      },
      Out: { Type: 'Succeed' },
    },
    { issueId: 'A' },
  )
  expect((await look()).way).toEqual(['Do', 'Out'])
  expect(office.server.waitingCount()).toBe(0)
})

test('an error nobody catches fails the execution', async () => {
  const office = await anOffice()
  office.functions.F = () => {
    throw new Superseded('x')
  }
  const look = await outcome(office, { Do: { Type: 'Task', ...call('F'), End: true } })
  expect(await look()).toMatchObject({ status: 'FAILED', error: 'Superseded', output: undefined })
})

test('a named error is tried again after growing pauses, and then caught', async () => {
  const office = await anOffice()
  office.functions.F = () => {
    throw Object.assign(new Error('busy'), { name: 'Busy' })
  }
  const look = await outcome(office, {
    Do: {
      Type: 'Task',
      ...call('F'),
      Retry: [
        { ErrorEquals: ['Other'], MaxAttempts: 9 },
        { ErrorEquals: ['Busy'], IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 3, MaxDelaySeconds: 60 },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Out' }],
      End: true,
    },
    Out: { Type: 'Succeed' },
  })
  expect(office.server.waitingCount()).toBe(1)
  await office.clock.advance(1000 * SECOND)
  expect(office.calls).toEqual(['F at 0', 'F at 10', 'F at 40', 'F at 100'])
  expect((await look()).way).toEqual(['Do', 'Out'])
})

test('a task that succeeds on its second try goes on', async () => {
  const office = await anOffice()
  office.functions.F = () => {
    if (office.calls.length === 1) throw Object.assign(new Error('busy'), { name: 'Busy' })
    return { done: true }
  }
  const retry = [{ ErrorEquals: ['States.ALL'] }]
  const look = await outcome(office, { Do: { Type: 'Task', ...call('F'), Retry: retry, End: true } })
  await office.clock.advance(SECOND)
  expect(await look()).toMatchObject({
    status: 'SUCCEEDED',
    output: { ExecutedVersion: '$LATEST', Payload: { done: true }, StatusCode: 200 },
  })
})

test('a function that does not answer in time is a timeout, which is not a failed task', async () => {
  const office = await anOffice({ isPatient: false })
  office.functions.F = () => new Promise(() => {})
  const catchers = [
    { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
    { ErrorEquals: ['States.ALL'], Next: 'Out' },
  ]
  const look = await outcome(office, {
    Do: { Type: 'Task', ...call('F'), TimeoutSeconds: 5, Catch: catchers, End: true },
    Wrong: { Type: 'Fail' },
    Out: { Type: 'Succeed' },
  })
  await office.clock.advance(4 * SECOND)
  expect(office.server.runningCount()).toBe(1)
  await office.clock.advance(SECOND)
  expect(await look()).toMatchObject({ way: ['Do', 'Out'], output: { Error: 'States.Timeout', Cause: '' } })
})

test('input and output take the ways that the state names', async () => {
  const office = await anOffice()
  office.functions.F = (payload) => ({ got: payload, many: [1, 2, 3] })
  const look = await outcome(
    office,
    {
      Do: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        InputPath: '$.issue',
        Parameters: {
          FunctionName: 'F',
          Payload: {
            'id.$': '$.id',
            'first.$': "$['标签'][0]",
            'machine.$': '$$.StateMachine.Name',
            'state.$': '$$.State.Name',
            fixed: [1, { 'deep.$': '$.id' }],
          },
        },
        ResultSelector: { 'got.$': '$.Payload.got', 'second.$': '$.Payload.many[1]' },
        ResultPath: '$.answer.of',
        OutputPath: '$.answer',
        End: true,
      },
    },
    { issue: { id: 'A', 标签: ['用工'] } },
  )
  expect((await look()).output).toEqual({
    of: {
      got: { id: 'A', first: '用工', machine: 'm', state: 'Do', fixed: [1, { deep: 'A' }] },
      second: 2,
    },
  })
})

test('a function cannot change what the execution holds', async () => {
  const office = await anOffice()
  office.functions.F = (payload: { list: number[] }) => {
    payload.list.push(9)
    return { at: new Date(0), nothing: undefined }
  }
  const look = await outcome(
    office,
    { Do: { Type: 'Task', ...call('F'), ResultPath: '$.result', End: true } },
    { list: [1] },
  )
  expect((await look()).output).toMatchObject({
    list: [1],
    result: { Payload: { at: '1970-01-01T00:00:00.000Z' } },
  })
})

test('a path that leads nowhere fails the execution past every Catch', async () => {
  const office = await anOffice()
  const look = await outcome(office, {
    Do: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'F', Payload: { 'id.$': '$.issue.id' } },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Out' }],
      End: true,
    },
    Out: { Type: 'Succeed' },
  })
  const { status, error, cause } = await look()
  expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.Runtime' })
  expect(cause).toContain("executing the state 'Do'")
  expect(cause).toContain('$.issue.id')
})

test.each([0, 1.5, '60', 1e12])(
  'a deadline in %j seconds is a fault of the execution, which then holds nothing',
  async (seconds) => {
    const office = await anOffice()
    const wait = { Type: 'Task', ...callWithToken('F'), TimeoutSecondsPath: '$.seconds', End: true }
    const look = await outcome(office, { Do: wait }, { issueId: 'A', seconds })
    expect(await look()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
    expect(office.calls).toEqual([])
    expect(office.server.waitingCount() + office.server.runningCount()).toBe(0)
  },
)

test('a wait of the machine ends at its time', async () => {
  const office = await anOffice()
  const look = await outcome(
    office,
    {
      Seconds: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Time' },
      Time: { Type: 'Wait', TimestampPath: '$.until', Next: 'Done' },
      Done: { Type: 'Pass', Result: '完', ResultPath: '$.word', End: true },
    },
    { seconds: 30, until: '2026-11-23T09:02:00+08:00' },
  )
  await office.clock.advance(119 * SECOND)
  expect((await look()).way).toEqual(['Seconds', 'Time'])
  await office.clock.advance(SECOND)
  expect((await look()).output).toMatchObject({ word: '完' })
})

test('a machine with a timeout of its own ends as timed out', async () => {
  const office = await anOffice()
  const wait = { Wait: { Type: 'Wait', Seconds: 100, End: true } }
  office.server.registerMachine('m', JSON.stringify({ StartAt: 'Wait', TimeoutSeconds: 10, States: wait }))
  const executionArn = await office.start('m', 'x')
  await office.clock.advance(10 * SECOND)
  const described = await office.sfn.send(new DescribeExecutionCommand({ executionArn }))
  expect(described.status).toBe('TIMED_OUT')
  expect(described.stopDate).toEqual(office.clock.now())
})
