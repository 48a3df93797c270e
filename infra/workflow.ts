import { readFileSync } from 'node:fs'
import { Aws } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import type { MachineName } from '../functions/catalogue-kinds.ts'
import { alarmPeriod, type Watch } from './alarms.ts'
import { idOf, type OfficeFunctions } from './functions.ts'
import { makeLogGroup } from './logs.ts'

const definitionOf = (machine: MachineName) =>
  readFileSync(new URL(`../workflows/${machine}.asl.json`, import.meta.url), 'utf8')

/** The functions that a machine's file names, under the names by which it does. */
const tasksOf = (machine: MachineName, functions: OfficeFunctions) =>
  functionNames.flatMap((name) => {
    const { trigger } = entryOf(name)
    if (trigger.kind !== 'task' || trigger.machine !== machine) return []
    return [{ substitution: trigger.substitution, arn: functions[name].function.functionArn }]
  })

/** The machine as its file has it. It may invoke the functions that were substituted into it, and no other. */
export const makeMachine = (
  stack: Construct,
  machine: MachineName,
  functions: OfficeFunctions,
  watch: Watch,
): StateMachine => {
  const scope = new Construct(stack, machine.split('-').map(idOf).join(''))
  const tasks = tasksOf(machine, functions)
  const made = new StateMachine(scope, 'Machine', {
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(definitionOf(machine)),
    definitionSubstitutions: {
      Partition: Aws.PARTITION,
      ...Object.fromEntries(tasks.map(({ substitution, arn }) => [substitution, arn])),
    },
    logs: {
      destination: makeLogGroup(scope, 'Logs', `states/${machine}`),
      level: LogLevel.ALL,
      // The data of an execution holds task tokens, with which a task could be answered.
      includeExecutionData: false,
    },
  })
  made.addToRolePolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: tasks.map(({ arn }) => arn) }),
  )
  watch(scope, 'Failed', {
    metric: made.metricFailed({ period: alarmPeriod }),
    says: `An execution of ${machine} failed. Reconcile starts another; what it was about is as it was.`,
  })
  return made
}
