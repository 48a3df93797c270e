import { type Stack, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Actions that are allowed on every resource, as IAM knows no resource for them; no other statement has a star. */
export const starredActions: readonly { actions: readonly string[]; reason: string }[] = [
  {
    actions: ['dynamodb:ListStreams'],
    reason: 'Lambda lists streams before it reads the one it was given; the action takes no resource.',
  },
  {
    actions: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    reason:
      'The state machine sets up the delivery of its own log; the actions on deliveries take no resource.',
  },
]

const streams = 'Only ListStreams, which takes no resource; the reads name the stream of the table.'
const lastStop =
  'This is where events end that a consumer gave up on. They are looked at by a person, whom an alarm tells.'

/** What the AwsSolutions pack finds and why it stays so; `at` is a path below the stack. */
export const acknowledged: readonly { rule: string; at: string; reason: string }[] = [
  { rule: 'AwsSolutions-IAM5[Resource::*]', at: 'Projector/Role', reason: streams },
  { rule: 'AwsSolutions-IAM5[Resource::*]', at: 'Dispatcher/Role', reason: streams },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: 'IssueLifecycle/Machine/Role',
    reason:
      'Only the delivery of its own log, whose actions take no resource; the functions are named one by one.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: 'WebhookDelivery/Machine/Role',
    reason:
      'Only the delivery of its own log, whose actions take no resource; the functions are named one by one.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: 'BankReferral/Machine/Role',
    reason:
      'Only the delivery of its own log, whose actions take no resource; the functions are named one by one.',
  },
  {
    rule: 'AwsSolutions-SF2',
    at: 'BankReferral/Machine',
    reason:
      'A round waits for weeks, longer than a trace lives. Its history and its log tell the way it took.',
  },
  { rule: 'AwsSolutions-SQS3', at: 'QueueWebhooks/GivenUp', reason: lastStop },
  {
    rule: 'AwsSolutions-SF2',
    at: 'WebhookDelivery/Machine',
    reason:
      'An execution waits for hours, longer than a trace is of use. The delivery itself says what became of each try.',
  },
  { rule: 'AwsSolutions-SQS3', at: 'Projector/GivenUp', reason: lastStop },
  { rule: 'AwsSolutions-SQS3', at: 'Dispatcher/GivenUp', reason: lastStop },
  { rule: 'AwsSolutions-SQS3', at: 'Notices/GivenUp', reason: lastStop },
  { rule: 'AwsSolutions-SQS3', at: 'Exporter/GivenUp', reason: lastStop },
  {
    rule: 'AwsSolutions-SF2',
    at: 'IssueLifecycle/Machine',
    reason:
      'An execution waits for weeks, longer than a trace lives. Its history and its log tell the way it took.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: 'Api/Http',
    reason:
      'The functions verify the token themselves: an authorizer can neither answer with problem+json nor end a session.',
  },
]

/** The same for the portal's stack. */
export const acknowledgedOfPortal: typeof acknowledged = [
  {
    rule: 'AwsSolutions-CFR1',
    at: 'Distribution',
    reason:
      'Firms and officials travel: an address abroad is no reason to refuse the page; the API asks for a token.',
  },
  {
    rule: 'AwsSolutions-CFR2',
    at: 'Distribution',
    reason:
      'The pages are static files without secrets; the API limits its callers itself, with or without a firewall in front.',
  },
]

const acknowledge = (stack: Stack, findings: typeof acknowledged): void => {
  for (const { rule, at, reason } of findings) {
    const found = at.split('/').reduce<IConstruct>((scope, id) => scope.node.findChild(id), stack)
    Validations.of(found).acknowledge({ id: rule, reason })
  }
}

export const acknowledgeFindings = (stack: Stack): void => acknowledge(stack, acknowledged)
export const acknowledgePortalFindings = (stack: Stack): void => acknowledge(stack, acknowledgedOfPortal)
