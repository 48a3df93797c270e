import { Duration } from 'aws-cdk-lib'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { describe, expect, it } from 'vitest'
import { entryOf, functionNames } from '../../functions/catalogue.ts'
import { idOf } from '../../infra/functions.ts'
import { officeStack, only, pointsAt } from './office-stack.ts'

const { json, ofType } = officeStack()
const functions = ofType('AWS::Lambda::Function')
const functionOf = (name: string) =>
  only(functions.filter(({ id }) => new RegExp(`^${idOf(name)}Function[0-9A-F]{8}$`).test(id)))

const variables: Record<string, unknown> = {
  TABLE_NAME: expect.objectContaining({ Ref: expect.stringMatching(/^Table/) }),
  TOKEN_ISSUER: { Ref: 'TokenIssuer' },
  TOKEN_AUDIENCE: { Ref: 'TokenAudience' },
  TOKEN_SUBJECT_CLAIM: { Ref: 'TokenSubjectClaim' },
  PORTAL_ORIGIN: { Ref: 'PortalOrigin' },
  ISSUE_MACHINE_ARN: expect.objectContaining({ Ref: expect.stringMatching(/^IssueLifecycleMachine/) }),
  WEBHOOK_MACHINE_ARN: expect.objectContaining({ Ref: expect.stringMatching(/^WebhookDeliveryMachine/) }),
  ROUND_MACHINE_ARN: expect.objectContaining({ Ref: expect.stringMatching(/^BankReferralMachine/) }),
  BUS_NAME: expect.objectContaining({ Ref: expect.stringMatching(/^Bus/) }),
  SEAL_KEY_ARN: { 'Fn::GetAtt': [expect.stringMatching(/^SealKey/), 'Arn'] },
  ZHUQI_ROBOT_KIND: { Ref: 'RobotKind' },
  ZHUQI_ROBOT_URL: { Ref: 'RobotUrl' },
  ZHUQI_ROBOT_SECRET: { Ref: 'RobotSecret' },
  ZHUQI_MAIL_URL: { Ref: 'MailUrl' },
  ZHUQI_MAIL_FROM: { Ref: 'MailFrom' },
  ZHUQI_SMS_URL: { Ref: 'SmsUrl' },
  ZHUQI_SMS_SECRET: { Ref: 'SmsSecret' },
  ZHUQI_AUDIT_DAYS: { Ref: 'AuditDays' },
}

describe('functions', () => {
  it('are those of the catalogue and no other', () => {
    expect(functions).toHaveLength(functionNames.length)
  })

  it.each(functionNames)('%s knows exactly what the catalogue lets it know', (name) => {
    const expected = Object.fromEntries(entryOf(name).environment.map((key) => [key, variables[key]]))
    expect(functionOf(name).properties.Environment).toEqual({ Variables: expected })
  })

  it.each(functionNames)('%s has the memory and the time that the catalogue gives it', (name) => {
    const { memoryMb, timeoutSeconds } = entryOf(name)
    expect(functionOf(name).properties).toMatchObject({ MemorySize: memoryMb, Timeout: timeoutSeconds })
  })

  it.each(functionNames)('%s runs on Node 24, on the processor that was chosen, without a tracer', (name) => {
    const { properties } = functionOf(name)
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Architectures: [{ Ref: 'Architecture' }],
    })
    expect(properties).not.toHaveProperty('TracingConfig')
    expect(properties).not.toHaveProperty('Layers')
  })

  it('run on arm64 unless another processor is asked for', () => {
    expect(json.Parameters.Architecture).toMatchObject({
      Default: 'arm64',
      AllowedValues: ['arm64', 'x86_64'],
    })
  })

  it.each(functionNames.filter((name) => entryOf(name).trigger.kind === 'schedule'))(
    '%s is started by its schedule, and a failed turn is left to the next',
    (name) => {
      const { trigger } = entryOf(name)
      const minutes = trigger.kind === 'schedule' ? trigger.everyMinutes : 0
      const rule = only(
        ofType('AWS::Events::Rule').filter(({ id }) => id.startsWith(`${idOf(name)}Schedule`)),
      )
      expect(rule.properties).toMatchObject({
        ScheduleExpression: Schedule.rate(Duration.minutes(minutes)).expressionString,
        State: 'ENABLED',
        Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0 } }],
      })
      const [target] = rule.properties.Targets as { Arn: unknown }[]
      expect(pointsAt(target?.Arn)).toBe(functionOf(name).id)
    },
  )
})

describe('what the office has to say when it deploys', () => {
  it.each(['TokenIssuer', 'TokenAudience', 'PortalOrigin', 'AlarmTopicArn'])(
    '%s is asked for, with a sentence that says what is right',
    (name) => {
      const parameter = json.Parameters[name]
      expect(parameter).not.toHaveProperty('Default')
      expect(parameter).toMatchObject({
        AllowedPattern: expect.any(String),
        ConstraintDescription: expect.any(String),
      })
    },
  )

  it.each([
    ['PortalOrigin', 'https://zhuqi.example.cn', true],
    ['PortalOrigin', 'https://zhuqi.example.cn/', false],
    ['PortalOrigin', 'http://zhuqi.example.cn', false],
    ['TokenIssuer', 'https://id.example.cn/realms/office', true],
    ['TokenIssuer', 'id.example.cn', false],
    ['AlarmTopicArn', 'arn:aws-cn:sns:cn-northwest-1:123456789012:zhuqi-alarms', true],
    ['AlarmTopicArn', 'arn:aws:sns:eu-central-1:123456789012:zhuqi-alarms', true],
    ['AlarmTopicArn', 'zhuqi-alarms', false],
  ])('%s takes %s: %s', (name, value, right) => {
    expect(new RegExp(json.Parameters[name].AllowedPattern).test(value)).toBe(right)
  })
})
