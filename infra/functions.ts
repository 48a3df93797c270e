import { Duration } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { entryOf, type FunctionName, functionNames } from '../functions/catalogue.ts'
import { alarmPeriod, type Watch } from './alarms.ts'
import { makeLogGroup } from './logs.ts'

export type OfficeFunction = { scope: Construct; function: LambdaFunction; role: Role }
export type OfficeFunctions = Record<FunctionName, OfficeFunction>
export type CodeOf = (name: FunctionName) => Code

type Parts = { codeOf: CodeOf; architecture: string; watch: Watch }

export const idOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const makeFunction = (stack: Construct, name: FunctionName, parts: Parts): OfficeFunction => {
  const { does, memoryMb, timeoutSeconds, trigger } = entryOf(name)
  const scope = new Construct(stack, idOf(name))
  const logGroup = makeLogGroup(scope, 'Logs')
  // A role of our own: the one that CDK makes may write to every log group of the account.
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  const made = new LambdaFunction(scope, 'Function', {
    description: does,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.custom(parts.architecture),
    handler: 'index.handler',
    code: parts.codeOf(name),
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    role,
    logGroup,
    // What a schedule starts comes again by itself; a second attempt would only run beside the next one.
    ...(trigger.kind === 'schedule' && { retryAttempts: 0 }),
  })
  parts.watch(scope, 'Errors', {
    metric: made.metricErrors({ period: alarmPeriod }),
    says: `The function ${name} failed: ${does}.`,
  })
  parts.watch(scope, 'Throttles', {
    metric: made.metricThrottles({ period: alarmPeriod }),
    says: `The function ${name} was refused because too many run at once: ${does}.`,
  })
  return { scope, function: made, role }
}

/** Every function of the catalogue with its log group, its role and its alarms; what it may do and know comes later. */
export const makeFunctions = (stack: Construct, parts: Parts): OfficeFunctions =>
  Object.fromEntries(functionNames.map((name) => [name, makeFunction(stack, name, parts)])) as OfficeFunctions
