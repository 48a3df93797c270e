import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IEventBus } from 'aws-cdk-lib/aws-events'
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import type { Grant, MachineName, Variable } from '../functions/catalogue-kinds.ts'
import { indexArns } from './data.ts'
import type { OfficeFunctions } from './functions.ts'
import type { Parameters } from './parameters.ts'

export type Targets = {
  table: Table
  machines: Readonly<Record<MachineName, IStateMachine>>
  bus: IEventBus
  sealKey: IKey
}

const statementsFor = ({ table, machines, bus, sealKey }: Targets): Record<Grant, () => PolicyStatement> => {
  const allow = (actions: string[], resources: string[]) => () => new PolicyStatement({ actions, resources })
  return {
    'table:read': allow(
      ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
      [table.tableArn, ...indexArns(table)],
    ),
    // TransactWriteItems has no action of its own: it needs those of its parts.
    'table:write': allow(
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
      [table.tableArn],
    ),
    'machine:start': allow(
      ['states:StartExecution'],
      Object.values(machines).map((machine) => machine.stateMachineArn),
    ),
    // The token of a Lambda task is checked against the machine that gave it out.
    'machine:answer': allow(
      ['states:SendTaskSuccess', 'states:SendTaskFailure'],
      [machines['issue-lifecycle'].stateMachineArn, machines['bank-referral'].stateMachineArn],
    ),
    'bus:publish': allow(['events:PutEvents'], [bus.eventBusArn]),
    'seal:sign': allow(['kms:Sign'], [sealKey.keyArn]),
  }
}

/** Gives every function what the catalogue says it may do. */
export const giveGrants = (functions: OfficeFunctions, targets: Targets): void => {
  const statements = statementsFor(targets)
  for (const name of functionNames) {
    const { scope, role } = functions[name]
    const { grants } = entryOf(name)
    const aboutMachine = grants.filter((grant) => grant.startsWith('machine:'))
    for (const grant of grants) if (!aboutMachine.includes(grant)) role.addToPolicy(statements[grant]())
    // The machine names its tasks, so a task cannot wait for a policy that names the machine. A policy beside the
    // role, and not within it, is one that the function does not wait for.
    if (aboutMachine.length > 0) {
      new Policy(scope, 'Machine', {
        roles: [role],
        statements: aboutMachine.map((grant) => statements[grant]()),
      })
    }
  }
}

/** Tells every function just the variables that the catalogue names. */
export const giveEnvironment = (
  functions: OfficeFunctions,
  { table, machines, bus, sealKey }: Targets,
  parameters: Parameters,
): void => {
  const values: Record<Variable, string> = {
    TABLE_NAME: table.tableName,
    TOKEN_ISSUER: parameters.tokenIssuer,
    TOKEN_AUDIENCE: parameters.tokenAudience,
    TOKEN_SUBJECT_CLAIM: parameters.tokenSubjectClaim,
    PORTAL_ORIGIN: parameters.portalOrigin,
    ISSUE_MACHINE_ARN: machines['issue-lifecycle'].stateMachineArn,
    ROUND_MACHINE_ARN: machines['bank-referral'].stateMachineArn,
    WEBHOOK_MACHINE_ARN: machines['webhook-delivery'].stateMachineArn,
    BUS_NAME: bus.eventBusName,
    SEAL_KEY_ARN: sealKey.keyArn,
    ZHUQI_ROBOT_KIND: parameters.robotKind,
    ZHUQI_ROBOT_URL: parameters.robotUrl,
    ZHUQI_ROBOT_SECRET: parameters.robotSecret,
    ZHUQI_MAIL_URL: parameters.mailUrl,
    ZHUQI_MAIL_FROM: parameters.mailFrom,
    ZHUQI_SMS_URL: parameters.smsUrl,
    ZHUQI_SMS_SECRET: parameters.smsSecret,
    ZHUQI_AUDIT_DAYS: parameters.auditDays,
  }
  for (const name of functionNames) {
    for (const variable of entryOf(name).environment) {
      functions[name].function.addEnvironment(variable, values[variable])
    }
  }
}
