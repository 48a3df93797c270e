import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'

export type Watched = {
  metric: Metric
  /** What has happened when it goes off, as the person who is woken reads it. */
  says: string
  /** The lowest value that is too much; 1 where one is too many. */
  atLeast?: number
  /** How many periods in a row it must be too much. */
  periods?: number
}
export type Watch = (scope: Construct, id: string, watched: Watched) => void

export const alarmPeriod = Duration.minutes(5)

/** Makes alarms that tell one topic when they go off and when they are over. No data means that nothing went wrong. */
export const makeWatch = (topicArn: string): Watch => {
  const tell: IAlarmAction = { bind: () => ({ alarmActionArn: topicArn }) }
  return (scope, id, { metric, says, atLeast = 1, periods = 1 }) => {
    const alarm = new Alarm(scope, id, {
      metric,
      alarmDescription: says,
      threshold: atLeast,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(tell)
    alarm.addOkAction(tell)
  }
}
