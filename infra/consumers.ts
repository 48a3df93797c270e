import { Duration } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import { alarmPeriod, type Watch } from './alarms.ts'
import type { OfficeFunctions } from './functions.ts'
import { makeGivenUp } from './given-up.ts'

/** Only that an event was written: heads, views, notes and deletions are not what consumers follow. */
const insertedEvents = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
})

/** Attempts at a batch, which is halved each time, before what fails is set aside and the rest goes on. */
const attempts = 20

/** Connects the consumers of the catalogue to the table's stream. What they give up on is kept, and someone is told. */
export const connectConsumers = (functions: OfficeFunctions, table: Table, watch: Watch): void => {
  for (const name of functionNames) {
    const { trigger } = entryOf(name)
    if (trigger.kind !== 'stream') continue
    const { scope, function: consumer } = functions[name]
    const givenUp = makeGivenUp(
      scope,
      watch,
      `The ${name} gave up on events after ${attempts} attempts; the queue says which.`,
    )
    consumer.addEventSource(
      new DynamoEventSource(table, {
        // From the oldest record that is kept: a consumer that is connected again misses nothing of a day.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: trigger.batch,
        maxBatchingWindow: Duration.seconds(trigger.windowSeconds),
        filters: [insertedEvents],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: attempts,
        parallelizationFactor: 1,
        onFailure: new SqsDlq(givenUp),
      }),
    )
    watch(scope, 'Behind', {
      metric: consumer.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      atLeast: Duration.minutes(5).toMilliseconds(),
      periods: 2,
      says: `The ${name} is more than five minutes behind what was written.`,
    })
  }
}
