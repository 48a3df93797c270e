import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { entryOf, functionNames } from '../../functions/catalogue.ts'
import { eventSource } from '../../functions/lib/publish.ts'
import { idOf } from '../../infra/functions.ts'
import { officeStack, only, pointsAt, textsOf } from './office-stack.ts'

const { json, ofType } = officeStack()
const listeners = functionNames.filter((name) => entryOf(name).trigger.kind === 'bus')
const isOf = (name: string) => (value: unknown) => pointsAt(value)?.startsWith(`${idOf(name)}Function`)
const ruleOf = (name: string) =>
  only(ofType('AWS::Events::Rule').filter(({ id }) => id.startsWith(`${idOf(name)}Events`))).properties

const Target = z.object({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }) })
const queues = ofType('AWS::SQS::Queue').map(({ id }) => id)

describe('what listens to the bus', () => {
  it('are the functions that tell people and banks, and the one that writes files', () => {
    expect(listeners.toSorted()).toEqual(['exporter', 'notices', 'queueWebhooks'])
  })

  it.each(listeners)('%s hears what the office publishes, on its own bus', (name) => {
    const rule = ruleOf(name)
    expect(rule).toMatchObject({ State: 'ENABLED', EventPattern: { source: [eventSource] } })
    expect(textsOf(rule.EventBusName)).toContain(only(ofType('AWS::Events::EventBus')).id)
  })

  it.each(listeners)('%s loses no event: what cannot be delivered and what fails is kept', (name) => {
    const [target] = z.tuple([Target]).parse(ruleOf(name).Targets)
    expect(isOf(name)(target.Arn)).toBe(true)
    expect(queues).toContain(pointsAt(target.DeadLetterConfig.Arn))
    const { properties } = only(
      ofType('AWS::Lambda::EventInvokeConfig').filter((one) => isOf(name)(one.properties.FunctionName)),
    )
    expect(properties).toMatchObject({ MaximumRetryAttempts: 2 })
    const { OnFailure } = z
      .object({ OnFailure: z.object({ Destination: z.unknown() }) })
      .parse(properties.DestinationConfig)
    expect(pointsAt(OnFailure.Destination)).toBe(pointsAt(target.DeadLetterConfig.Arn))
  })
})

describe('the robot of a chat group', () => {
  it('is off unless its address is given, and the address is shown to nobody', () => {
    expect(json.Parameters.RobotUrl).toMatchObject({ Default: '', NoEcho: true })
    expect(json.Parameters.RobotSecret).toMatchObject({ Default: '', NoEcho: true })
  })

  it.each([
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', true],
    ['', true],
    ['http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', false],
  ])('takes the address %s: %s', (value, right) => {
    expect(new RegExp(json.Parameters.RobotUrl.AllowedPattern).test(value)).toBe(right)
  })
})

describe('mail', () => {
  it('is off unless a server is given, and its password is shown to nobody', () => {
    expect(json.Parameters.MailUrl).toMatchObject({ Default: '', NoEcho: true })
    expect(json.Parameters.MailFrom).toMatchObject({ Default: '' })
  })

  it.each([
    ['smtps://office:secret@mail.example.cn:465', true],
    ['smtp://mail.example.cn:587', true],
    ['', true],
    ['https://mail.example.cn', false],
  ])('takes the server %s: %s', (value, right) => {
    expect(new RegExp(json.Parameters.MailUrl.AllowedPattern).test(value)).toBe(right)
  })
})
