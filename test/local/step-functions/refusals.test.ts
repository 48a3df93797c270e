import { CreateStateMachineCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { loadMachine } from '../../../local/step-functions/machine.ts'
import { anOffice, call, callWithToken, LIFECYCLE } from './office.ts'

const load = (states: Record<string, object>, more: object = {}) =>
  loadMachine('m', 'arn', JSON.stringify({ StartAt: Object.keys(states)[0], States: states, ...more }))

const task = (more: object) => ({ 交办: { Type: 'Task', ...call('F'), End: true, ...more } })

test.each([
  ['a Map', { 各行: { Type: 'Map', ItemProcessor: {}, End: true } }, 'state "各行": only Task, Choice'],
  ['a Parallel', { 并行: { Type: 'Parallel', Branches: [], End: true } }, 'state "并行": only Task, Choice'],
  [
    'an integration that waits for the service',
    task({ Resource: 'arn:aws:states:::states:startExecution.sync:2' }),
    'state "交办": the resource "arn:aws:states:::states:startExecution.sync:2"',
  ],
  [
    'a bare function ARN',
    task({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:F' }),
    'state "交办": the resource "arn:aws:lambda',
  ],
  ['JSONata', task({ QueryLanguage: 'JSONata' }), 'state "交办": only QueryLanguage JSONPath'],
  ['a field of JSONata', task({ Assign: { x: 1 } }), 'state "交办": "Assign" is not supported'],
  [
    'an intrinsic function',
    task({ ResultSelector: { 'x.$': "States.Format('{}', $.a)" } }),
    'state "交办": the intrinsic function',
  ],
  [
    'a path with a filter',
    task({ InputPath: '$.list[?(@.a)]' }),
    'state "交办": "InputPath" must be a plain path',
  ],
  [
    'a parameter that Lambda is not called with',
    task({ Parameters: { FunctionName: 'F', InvocationType: 'Event' } }),
    'state "交办": the parameter "InvocationType"',
  ],
  [
    'a substitution that was not made',
    task(call('$' + '{LoadIssue}')),
    'state "交办": the substitution $' + '{LoadIssue}',
  ],
  [
    'a wait whose token nobody is given',
    task({ ...callWithToken('F'), Parameters: { FunctionName: 'F' } }),
    'state "交办": waits for a token',
  ],
  ['a way to nowhere', task({ End: undefined, Next: '无' }), 'state "交办": there is no state "无"'],
  ['neither Next nor End', task({ End: undefined }), 'state "交办": needs either Next or End'],
  [
    'a misplaced wildcard',
    task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['Busy'] }] }),
    'state "交办": States.ALL must stand alone',
  ],
  [
    'an odd retry',
    task({ Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: -1 }] }),
    'state "交办": Retry.0.MaxAttempts',
  ],
  ['a timeout of nothing', task({ TimeoutSeconds: 0 }), 'state "交办": TimeoutSeconds'],
])('%s is refused with the name of the state', (_, states, message) => {
  expect(() => load(states)).toThrow(message)
})

test('a machine in JSONata, or one that is not JSON, is refused', () => {
  expect(() => load(task({}), { QueryLanguage: 'JSONata' })).toThrow(
    'the machine: only QueryLanguage JSONPath',
  )
  expect(() => loadMachine('m', 'arn', '{')).toThrow('the definition is not JSON')
  expect(() => load({})).toThrow('the machine: States')
})

test('the API refuses a definition as AWS does, takes the same one twice and another one never', async () => {
  const { sfn, server } = await anOffice()
  const create = (definition: string) =>
    sfn.send(
      new CreateStateMachineCommand({
        name: 'issue-lifecycle',
        definition,
        roleArn: 'arn:aws:iam::0:role/x',
      }),
    )
  await expect(create('{}')).rejects.toMatchObject({ name: 'InvalidDefinition' })
  const created = await create(LIFECYCLE)
  expect(created.stateMachineArn).toBe(server.arnOf('issue-lifecycle'))
  await expect(create(LIFECYCLE)).resolves.toMatchObject({ stateMachineArn: created.stateMachineArn })
  await expect(create(LIFECYCLE.replace('诉求全程', '新'))).rejects.toMatchObject({
    name: 'StateMachineAlreadyExists',
  })
})
