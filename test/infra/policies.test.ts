import { describe, expect, it } from 'vitest'
import { entryOf, functionNames } from '../../functions/catalogue.ts'
import type { Grant } from '../../functions/catalogue-kinds.ts'
import { idOf } from '../../infra/functions.ts'
import { starredActions } from '../../infra/reasons.ts'
import { allowedIn, officeStack, textsOf } from './office-stack.ts'

const { resources, ofType } = officeStack()
const allowed = allowedIn(resources)
const starred = allowed.filter(({ on }) => textsOf(on).some((text) => text.includes('*')))

const actionsOf: Record<Grant, string[]> = {
  'table:read': ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
  'table:write': [
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ],
  'machine:start': ['states:StartExecution'],
  'machine:answer': ['states:SendTaskFailure', 'states:SendTaskSuccess'],
  'bus:publish': ['events:PutEvents'],
  'seal:sign': ['kms:Sign'],
}
const toLog = ['logs:CreateLogStream', 'logs:PutLogEvents']
const toGiveUp = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage']
const toConsume = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
  ...toGiveUp,
]

describe('what roles may do', () => {
  it('names every action in full', () => {
    expect(allowed.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([])
  })

  it('is allowed on every resource only for actions that take none, each with its reason', () => {
    const explained = starredActions.flatMap(({ actions }) => actions)
    expect([...new Set(starred.flatMap(({ actions }) => actions))].sort()).toEqual([...explained].sort())
  })

  it('is allowed on all resources or on named ones, never on a pattern of names', () => {
    const patterns = starred
      .flatMap(({ on }) => textsOf(on))
      .filter((text) => text.includes('*') && text !== '*')
    expect(patterns).toEqual([])
  })

  it('has a reason of a sentence wherever there is a star', () => {
    expect(starredActions.filter(({ reason }) => reason.length < 40)).toEqual([])
  })

  it('comes from no managed policy, which would allow more than we read here', () => {
    expect(ofType('AWS::IAM::Role').filter(({ properties }) => 'ManagedPolicyArns' in properties)).toEqual([])
  })

  it.each(functionNames)('is for %s what the catalogue grants, its own log and its stream', (name) => {
    const mine = allowed.filter(({ roles }) => roles.some((role) => role.startsWith(`${idOf(name)}Role`)))
    const { grants, trigger } = entryOf(name)
    const expected = [
      ...grants.flatMap((grant) => actionsOf[grant]),
      ...toLog,
      ...(trigger.kind === 'stream' ? toConsume : []),
      ...(trigger.kind === 'bus' ? toGiveUp : []),
    ]
    expect(mine.flatMap(({ actions }) => actions).sort()).toEqual(expected.sort())
  })
})

describe('log groups', () => {
  it('keep a year, longer than the six months that the law asks for, and outlive the stack', () => {
    const groups = ofType('AWS::Logs::LogGroup')
    expect(groups.length).toBeGreaterThan(functionNames.length)
    for (const { id, properties, raw } of groups) {
      expect({ id, days: properties.RetentionInDays, policy: raw.DeletionPolicy }).toEqual({
        id,
        days: 365,
        policy: 'Retain',
      })
    }
  })

  it('are each written by one function, the API or the state machine', () => {
    const writers = [
      ...ofType('AWS::Lambda::Function').map(({ properties }) => textsOf(properties.LoggingConfig)),
      ...ofType('AWS::ApiGatewayV2::Stage').map(({ properties }) => textsOf(properties.AccessLogSettings)),
      ...ofType('AWS::StepFunctions::StateMachine').map(({ properties }) =>
        textsOf(properties.LoggingConfiguration),
      ),
    ]
    for (const { id } of ofType('AWS::Logs::LogGroup')) {
      expect({ id, writers: writers.filter((texts) => texts.includes(id)).length }).toEqual({
        id,
        writers: 1,
      })
    }
  })
})
