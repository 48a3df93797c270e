import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { officeStack, pointsAt, textsOf } from './office-stack.ts'

const { ofType } = officeStack()
const alarms = ofType('AWS::CloudWatch::Alarm')
const Dimensions = z.array(z.object({ Value: z.unknown() }))
const watched = (id: string) =>
  alarms
    .filter(({ properties }) =>
      Dimensions.parse(properties.Dimensions).some(({ Value }) => pointsAt(Value) === id),
    )
    .map(({ properties }) => properties.MetricName)

describe('alarms', () => {
  it('watch every queue in which events end that were given up', () => {
    for (const { id } of ofType('AWS::SQS::Queue')) {
      expect({ id, metrics: watched(id) }).toEqual({ id, metrics: ['ApproximateNumberOfMessagesVisible'] })
    }
  })

  it('watch every function for errors and for being refused', () => {
    for (const { id } of ofType('AWS::Lambda::Function')) {
      expect({ id, metrics: watched(id) }).toEqual({
        id,
        metrics: expect.arrayContaining(['Errors', 'Throttles']),
      })
    }
  })

  it('watch the consumers for falling behind', () => {
    for (const { properties } of ofType('AWS::Lambda::EventSourceMapping')) {
      expect(watched(pointsAt(properties.FunctionName) ?? '')).toContain('IteratorAge')
    }
  })

  it('watch the state machine for failed executions and the API for faults', () => {
    for (const { id } of ofType('AWS::StepFunctions::StateMachine')) {
      expect(watched(id)).toEqual(['ExecutionsFailed'])
    }
    for (const { id } of ofType('AWS::ApiGatewayV2::Api')) expect(watched(id)).toEqual(['5xx'])
  })

  it('say in words what happened, tell the office, and are quiet where nothing happens', () => {
    for (const { properties } of alarms) {
      expect(properties).toMatchObject({
        AlarmDescription: expect.stringMatching(/\.$/),
        TreatMissingData: 'notBreaching',
      })
      expect(textsOf(properties.AlarmActions)).toEqual(['AlarmTopicArn'])
      expect(textsOf(properties.OKActions)).toEqual(['AlarmTopicArn'])
    }
  })
})
