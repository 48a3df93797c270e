import { describe, expect, it } from 'vitest'
import { officeStack, type Resource, textsOf } from './office-stack.ts'

/** What both China regions offer, as far as the stack may use it. */
const offeredInChina = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::StepFunctions::StateMachine',
]

/** Hosts of the service; the names by which services take roles end in the same way in every partition. */
const hosts = (resources: readonly Resource[]) =>
  textsOf(resources).filter((text) => /amazonaws\.com/.test(text) && !/^[a-z]+\.amazonaws\.com$/.test(text))

const places = [
  { place: 'a China region', region: 'cn-northwest-1', foreign: /\barn:aws:|^aws$/ },
  { place: 'a region of the global partition', region: 'eu-central-1', foreign: /aws-cn/ },
  { place: 'a region that is not yet known', region: undefined, foreign: /\barn:aws|^aws(-cn)?$/ },
]

describe.each(places)('the template for $place', ({ region, foreign }) => {
  const { resources, json } = officeStack(region ? { region } : {})

  it('names no ARN and no partition but its own', () => {
    expect(textsOf(json).filter((text) => foreign.test(text))).toEqual([])
  })

  it('names no host of one partition', () => {
    expect(hosts(resources)).toEqual([])
  })

  it('uses no service that the China regions lack', () => {
    expect([...new Set(resources.map(({ type }) => type))].sort()).toEqual(offeredInChina)
  })
})
