import { Duration } from 'aws-cdk-lib'
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import type { Watch } from './alarms.ts'
import type { OfficeFunctions } from './functions.ts'
import { makeGivenUp } from './given-up.ts'

/** Lambda tries a failed event twice more, at most for so long; the bus as long until Lambda takes it. */
const retryAttempts = 2
const maxEventAge = Duration.hours(6)

/** Lets the functions of the catalogue that listen hear all that the office publishes, and keeps what they drop. */
export const connectListeners = (functions: OfficeFunctions, bus: IEventBus, watch: Watch): void => {
  for (const name of functionNames) {
    const { trigger, does } = entryOf(name)
    if (trigger.kind !== 'bus') continue
    const { scope, function: listener } = functions[name]
    const givenUp = makeGivenUp(
      scope,
      watch,
      `The function ${name} gave up on events; the queue has them, and they can be sent again.`,
    )
    listener.configureAsyncInvoke({ retryAttempts, maxEventAge, onFailure: new SqsDestination(givenUp) })
    new Rule(scope, 'Events', {
      description: does,
      eventBus: bus,
      eventPattern: { source: ['zhuqi'] },
      targets: [new LambdaFunction(listener, { deadLetterQueue: givenUp, maxEventAge })],
    })
  }
}
