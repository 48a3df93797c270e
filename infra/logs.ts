import { Aws, Fn, RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** The Cybersecurity Law of China asks for six months of network logs at least; an audit looks at a year. */
const retention = RetentionDays.ONE_YEAR

/** A log group that outlives the stack. `delivered`: what writes to it, where that is a service and not a function. */
export const makeLogGroup = (scope: Construct, id: string, delivered?: string): LogGroup =>
  new LogGroup(scope, id, {
    retention,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(delivered && {
      // Services deliver by a resource policy of limited size, which need not grow for names under this prefix. The
      // stack's own id keeps the name free for the next stack, as this group stays behind.
      logGroupName: `/aws/vendedlogs/${delivered}/${Aws.STACK_NAME}-${Fn.select(2, Fn.split('/', Aws.STACK_ID))}`,
    }),
  })
