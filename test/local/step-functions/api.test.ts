import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { startStepFunctions } from '../../../local/step-functions/server.ts'
import { anOffice, withLifecycle } from './office.ts'

const WAITING = { standing: 'toHandle', secondsToDeadline: 86_400 }

test('starting the same execution twice starts it once while it runs', async () => {
  const office = await anOffice()
  withLifecycle(office, WAITING)
  const first = await office.start('issue-lifecycle', 'A-1', { issueId: 'A' })
  expect(await office.start('issue-lifecycle', 'A-1', { issueId: 'A' })).toBe(first)
  expect(office.calls).toHaveLength(2)
})

test('a name is refused for another input, and for good once its execution has ended', async () => {
  const office = await anOffice()
  const standing = { ...WAITING }
  withLifecycle(office, standing)
  await office.start('issue-lifecycle', 'A-1', { issueId: 'A' })
  const refused = { name: 'ExecutionAlreadyExists' }
  await expect(office.start('issue-lifecycle', 'A-1', { issueId: 'B' })).rejects.toMatchObject(refused)
  standing.standing = 'over'
  await office.start('issue-lifecycle', 'B-1', { issueId: 'B' })
  await expect(office.start('issue-lifecycle', 'B-1', { issueId: 'B' })).rejects.toMatchObject(refused)
})

test('what does not exist and what is badly written is answered with the errors of AWS', async () => {
  const office = await anOffice()
  withLifecycle(office, WAITING)
  const stateMachineArn = office.server.arnOf('issue-lifecycle')
  const executionArn = `${stateMachineArn.replace('stateMachine', 'execution')}:none`
  const { sfn } = office
  const cases: [Promise<unknown>, string][] = [
    [office.start('nothing', 'A-1'), 'StateMachineDoesNotExist'],
    [sfn.send(new StartExecutionCommand({ stateMachineArn: 'issue-lifecycle' })), 'InvalidArn'],
    [office.start('issue-lifecycle', '甜城 一号'), 'InvalidName'],
    [sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{' })), 'InvalidExecutionInput'],
    [office.start('issue-lifecycle', 'big', { text: '诉'.repeat(90_000) }), 'ValidationException'],
    [sfn.send(new DescribeExecutionCommand({ executionArn })), 'ExecutionDoesNotExist'],
    [sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 5000 })), 'ValidationException'],
    [sfn.send(new ListStateMachinesCommand({})), 'UnknownOperationException'],
  ]
  for (const [sent, name] of cases) await expect(sent).rejects.toMatchObject({ name })
})

test('output that is not JSON leaves the task as it was', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, WAITING)
  await office.start('issue-lifecycle', 'A-1', { issueId: 'A' })
  const taskToken = waits[0]?.token
  await expect(
    office.sfn.send(new SendTaskSuccessCommand({ taskToken, output: 'done' })),
  ).rejects.toMatchObject({ name: 'InvalidOutput' })
  await office.complete(taskToken ?? '')
  expect(waits).toHaveLength(2)
})

test('executions are listed newest first, by status and in pages', async () => {
  const office = await anOffice()
  const standing = { ...WAITING }
  withLifecycle(office, standing)
  for (const name of ['a', 'b', 'c']) await office.start('issue-lifecycle', name, { issueId: name })
  standing.standing = 'over'
  await office.start('issue-lifecycle', 'd', { issueId: 'd' })
  const list = async (more: object) => {
    const input = { stateMachineArn: office.server.arnOf('issue-lifecycle'), ...more }
    const { executions = [], nextToken } = await office.sfn.send(new ListExecutionsCommand(input))
    return { names: executions.map(({ name }) => name), nextToken }
  }
  expect((await list({})).names).toEqual(['d', 'c', 'b', 'a'])
  expect((await list({ statusFilter: 'SUCCEEDED' })).names).toEqual(['d'])
  const first = await list({ statusFilter: 'RUNNING', maxResults: 2 })
  expect(first.names).toEqual(['c', 'b'])
  const second = await list({ statusFilter: 'RUNNING', maxResults: 2, nextToken: first.nextToken })
  expect(second).toEqual({ names: ['a'], nextToken: undefined })
})

test('only the last ended executions are remembered, and every running one', async () => {
  const office = await anOffice({ keepEnded: 2 })
  const standing = { ...WAITING }
  withLifecycle(office, standing)
  const running = await office.start('issue-lifecycle', 'running', { issueId: 'R' })
  standing.standing = 'over'
  const ended: string[] = []
  for (const name of ['a', 'b', 'c'])
    ended.push(await office.start('issue-lifecycle', name, { issueId: name }))
  const describe = (executionArn = '') => office.sfn.send(new DescribeExecutionCommand({ executionArn }))
  await expect(describe(ended[0])).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' })
  await expect(describe(ended[1])).resolves.toMatchObject({ status: 'SUCCEEDED' })
  await expect(describe(running)).resolves.toMatchObject({ status: 'RUNNING' })
})

test('a new definition is for executions to come', async () => {
  const office = await anOffice()
  const waits = withLifecycle(office, WAITING)
  await office.start('issue-lifecycle', 'old', { issueId: 'A' })
  const pass = { StartAt: 'New', States: { New: { Type: 'Pass', Result: 'new', End: true } } }
  office.server.registerMachine('issue-lifecycle', JSON.stringify(pass))
  const arn = await office.start('issue-lifecycle', 'new', { issueId: 'A' })
  await office.complete(waits[0]?.token ?? '')
  expect(waits).toHaveLength(2)
  const { output } = await office.sfn.send(new DescribeExecutionCommand({ executionArn: arn }))
  expect(output).toBe('"new"')
})

test('in a China region the machines are in the partition of China', async () => {
  const { clock } = await anOffice()
  const server = await startStepFunctions({
    clock,
    invoke: async () => null,
    region: 'cn-northwest-1',
    account: '1',
  })
  expect(server.arnOf('issue-lifecycle')).toBe(
    'arn:aws-cn:states:cn-northwest-1:1:stateMachine:issue-lifecycle',
  )
  await server.close()
})

test('a web page that gave its own name to this address is turned away', async () => {
  const { server } = await anOffice()
  const { request } = await import('node:http')
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'evil.example', 'x-amz-target': 'AWSStepFunctions.ListExecutions' }
    request({ port: server.port, host: '127.0.0.1', method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end('{}')
  })
  expect(status).toBe(403)
})
