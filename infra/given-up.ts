import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { alarmPeriod, type Watch } from './alarms.ts'

/** Where events end that a function gave up on: kept for two weeks, and someone is told. */
export const makeGivenUp = (scope: Construct, watch: Watch, says: string): Queue => {
  const queue = new Queue(scope, 'GivenUp', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  watch(scope, 'GaveUp', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
    says,
  })
  return queue
}
