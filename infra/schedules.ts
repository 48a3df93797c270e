import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import type { OfficeFunctions } from './functions.ts'

/** Runs the functions of the catalogue that have a schedule. Rules, as every region has them. */
export const makeSchedules = (functions: OfficeFunctions): void => {
  for (const name of functionNames) {
    const { trigger, does } = entryOf(name)
    if (trigger.kind !== 'schedule') continue
    const every = Duration.minutes(trigger.everyMinutes)
    new Rule(functions[name].scope, 'Schedule', {
      description: does,
      schedule: Schedule.rate(every),
      // An order that is late by a whole turn is dropped: the next one does the same work.
      targets: [new LambdaFunction(functions[name].function, { retryAttempts: 0, maxEventAge: every })],
    })
  }
}
