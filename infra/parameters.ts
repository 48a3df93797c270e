import { CfnParameter, type Stack } from 'aws-cdk-lib'

export type Parameters = {
  tokenIssuer: string
  tokenAudience: string
  tokenSubjectClaim: string
  portalOrigin: string
  alarmTopicArn: string
  robotKind: string
  robotUrl: string
  robotSecret: string
  mailUrl: string
  mailFrom: string
  smsUrl: string
  smsSecret: string
  auditDays: string
  architecture: string
}

/** What an office has to say about itself. CloudFormation asks for what is missing, so that synthesis needs nothing. */
export const makeParameters = (stack: Stack): Parameters => {
  const text = (id: string, description: string, pattern: string, constraint: string) =>
    new CfnParameter(stack, id, {
      type: 'String',
      description,
      allowedPattern: `^${pattern}$`,
      constraintDescription: constraint,
    }).valueAsString

  return {
    tokenIssuer: text(
      'TokenIssuer',
      'Issuer of the access tokens: the OpenID provider of the office.',
      'https://\\S+',
      'an https address, written exactly as in the iss claim of the tokens',
    ),
    tokenAudience: text(
      'TokenAudience',
      'Audience that the access tokens are made out for.',
      '\\S+',
      'the aud claim of the tokens, without spaces',
    ),
    tokenSubjectClaim: new CfnParameter(stack, 'TokenSubjectClaim', {
      type: 'String',
      description:
        'Claim whose value is the id in the directory; of several, with commas, the first that a token has.',
      default: 'sub',
      allowedPattern: '^[A-Za-z0-9_:./-]+(,[A-Za-z0-9_:./-]+)*$',
      constraintDescription: 'names of claims, without spaces',
    }).valueAsString,
    portalOrigin: text(
      'PortalOrigin',
      'Origin of the portal, to which the links for firms lead.',
      'https://[^/\\s]+',
      'https and a host, with no path and no slash at the end',
    ),
    alarmTopicArn: text(
      'AlarmTopicArn',
      'SNS topic that is told of every alarm.',
      'arn:[a-z-]+:sns:[a-z0-9-]+:\\d{12}:\\S+',
      'the ARN of an SNS topic in this region',
    ),
    robotKind: new CfnParameter(stack, 'RobotKind', {
      type: 'String',
      description: 'Service of the chat group whose robot repeats urgent notices.',
      default: 'wecom',
      allowedValues: ['wecom', 'dingtalk'],
    }).valueAsString,
    // The address holds the key of the robot.
    robotUrl: new CfnParameter(stack, 'RobotUrl', {
      type: 'String',
      description: 'Webhook address of that robot; empty: there is none.',
      default: '',
      noEcho: true,
      allowedPattern: '^(https://\\S+)?$',
      constraintDescription: 'an https address, or nothing',
    }).valueAsString,
    robotSecret: new CfnParameter(stack, 'RobotSecret', {
      type: 'String',
      description: 'Secret by which DingTalk has its messages signed; empty: it does not ask for it.',
      default: '',
      noEcho: true,
    }).valueAsString,
    // The address holds the password of the account.
    mailUrl: new CfnParameter(stack, 'MailUrl', {
      type: 'String',
      description: 'Mail server for notices, smtp(s)://user:password@host:port; empty: no mail is sent.',
      default: '',
      noEcho: true,
      allowedPattern: '^(smtps?://\\S+)?$',
      constraintDescription: 'an smtp or smtps address, or nothing',
    }).valueAsString,
    mailFrom: new CfnParameter(stack, 'MailFrom', {
      type: 'String',
      description: 'Address that those mails come from.',
      default: '',
      allowedPattern: '^([^@\\s]+@[^@\\s]+)?$',
      constraintDescription: 'an e-mail address, or nothing',
    }).valueAsString,
    smsUrl: new CfnParameter(stack, 'SmsUrl', {
      type: 'String',
      description:
        "Address of the gateway for text messages; empty: the firm's word by link needs no one-time code.",
      default: '',
      noEcho: true,
      allowedPattern: '^(https://\\S+)?$',
      constraintDescription: 'an https address, or nothing',
    }).valueAsString,
    smsSecret: new CfnParameter(stack, 'SmsSecret', {
      type: 'String',
      description: 'Secret of 16 characters or more by which what is sent to that gateway is signed.',
      default: '',
      noEcho: true,
      allowedPattern: '^(\\S{16,})?$',
      constraintDescription: '16 characters or more, or nothing',
    }).valueAsString,
    auditDays: new CfnParameter(stack, 'AuditDays', {
      type: 'String',
      description: 'For how many days lines of the audit are kept, 366 or more; empty: for good.',
      default: '',
      allowedPattern: '^(36[6-9]|3[7-9]\\d|[4-9]\\d\\d|[1-9]\\d{3,4})?$',
      constraintDescription: '366 days or more, or nothing',
    }).valueAsString,
    architecture: new CfnParameter(stack, 'Architecture', {
      type: 'String',
      description: 'Processor of the functions: arm64 costs less, x86_64 is offered everywhere.',
      default: 'arm64',
      allowedValues: ['arm64', 'x86_64'],
    }).valueAsString,
  }
}
