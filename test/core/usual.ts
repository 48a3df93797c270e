import type { Command, CommandInput, CommandName } from '../../core/issue/commands.ts'
import { consentTextNow } from '../../core/referral/consent.ts'
import { anotherIssue, at, type Person } from './office.ts'

/** Each command as it is usually given, and by whom. */
type Usual<C extends CommandName> = { by: Person; input: CommandInput<C> }

const said = '已电话沟通。'

/** A need that lacks nothing, and the terms that a bank offers for it. */
export const theNeed = {
  amountYuan: 5_000_000,
  termMonths: 12,
  purpose: 'workingCapital',
  collateral: ['none'],
  repayment: 'sales',
  firstLoan: true,
  criteria: { operating: 'yes', premises: 'yes', realNeed: 'yes', credit: 'yes', lawfulPurpose: 'yes' },
} satisfies CommandInput<'recordNeed'>
export const theOffer = { amountYuan: 3_000_000, rateBp: 385, termMonths: 12, credit: 'credit' } as const

export const usual: { [C in CommandName]: Usual<C> } = {
  logIssue: {
    by: 'official',
    input: {
      firm: { uscc: '91511099MA61001646', name: '内江白马新川食品有限公司' },
      category: 'hiring',
      content: '急需数控车工20人，招聘两个月未招到。',
      urgency: 'ordinary',
      source: { kind: 'visit' },
    },
  },
  routeByRules: { by: 'system', input: {} },
  routeIssue: { by: 'dispatcher', input: { department: 'talent' } },
  acceptAssignment: { by: 'handler', input: {} },
  returnAssignment: { by: 'handler', input: { reason: 'notOurs', text: said } },
  transferIssue: { by: 'dispatcher', input: { department: 'parks' } },
  recordContact: { by: 'handler', input: { channel: 'phone', text: said } },
  recordReply: { by: 'handler', input: { text: said } },
  proposeClosure: { by: 'handler', input: { closure: 'solved', text: said } },
  confirmClosure: { by: 'official', input: { result: 'solved', via: 'call', satisfaction: 'satisfied' } },
  disputeClosure: { by: 'official', input: { via: 'call', satisfaction: 'dissatisfied', text: said } },
  reopenIssue: { by: 'dispatcher', input: { text: said } },
  withdrawIssue: { by: 'official', input: { text: said } },
  declineIssue: { by: 'dispatcher', input: { ground: 'inPetition', text: said } },
  mergeIssue: { by: 'dispatcher', input: { into: anotherIssue } },
  absorbMerged: { by: 'system', input: { from: anotherIssue } },
  recordOverdue: { by: 'system', input: {} },
  recomputeDues: { by: 'system', input: {} },
  recordAssistance: { by: 'assisting', input: { text: said } },
  joinCommon: { by: 'dispatcher', input: { parent: anotherIssue } },
  leaveCommon: { by: 'dispatcher', input: { text: said } },
  adoptChild: { by: 'system', input: { child: anotherIssue } },
  releaseChild: { by: 'system', input: { child: anotherIssue } },
  suggestClosure: { by: 'system', input: { from: anotherIssue, closure: 'solved' } },
  recordCommonOutcome: { by: 'handler', input: { ruleChanged: true, text: said } },
  handOver: { by: 'handler', input: { to: 'talent-2' } },
  askExtension: { by: 'handler', input: { until: '2026-12-21', text: said } },
  decideExtension: { by: 'dispatcher', input: { granted: true, text: said } },
  pauseIssue: { by: 'handler', input: { reason: 'awaitingPapers', resumeOn: '2026-12-07', text: said } },
  resumeIssue: { by: 'handler', input: {} },
  decideSupervision: { by: 'manager', input: { opened: true, dueOn: '2026-12-21', text: said } },
  recordFailedCall: { by: 'official', input: {} },
  ruleOnDispute: { by: 'manager', input: { redo: false, text: said } },
  lapseConfirmation: { by: 'system', input: {} },
  archiveIssue: { by: 'system', input: {} },
  archiveRecord: { by: 'system', input: {} },
  erasePersonalData: { by: 'system', input: {} },
  recordVerification: { by: 'official', input: { what: 'peopleAtWork', on: '2026-11-23', headcount: 20 } },
  addNote: { by: 'handler', input: { text: said } },
  attachFile: {
    by: 'handler',
    input: { file: { id: 'F1', name: '名单.pdf', type: 'application/pdf', size: 2048, firmSees: false } },
  },
  issueLink: {
    by: 'official',
    input: { link: { hash: 'h'.repeat(43), expiresAt: at('2027-02-21') } },
  },
  revokeLink: { by: 'official', input: {} },
  recordNeed: { by: 'handler', input: theNeed },
  recordConsultation: { by: 'handler', input: { help: ['books'], text: said } },
  openRound: { by: 'handler', input: { mode: 'parallel', banks: [{ bank: 'tiancheng' }] } },
  giveConsent: {
    by: 'firm',
    input: {
      bank: 'tiancheng',
      kind: 'firm',
      fields: ['identity', 'amount', 'term'],
      signatory: '吴佳宁',
      capacity: 'legalRepresentative',
      textVersion: consentTextNow,
      via: 'link',
    },
  },
  withdrawConsent: { by: 'firm', input: { consent: 'C01', via: 'link' } },
  inviteBanks: { by: 'handler', input: {} },
  advanceRound: { by: 'system', input: {} },
  issueBankLink: { by: 'handler', input: { referral: 'R01', hash: 'h'.repeat(43) } },
  revokeBankLink: { by: 'handler', input: { referral: 'R01' } },
  handOutReplySheet: { by: 'handler', input: { referral: 'R01' } },
  readReferral: { by: 'banker', input: { referral: 'R01' } },
  recordBankContact: { by: 'handler', input: { referral: 'R01', source: 'call' } },
  acceptReferral: { by: 'handler', input: { referral: 'R01', source: 'call' } },
  askPapers: { by: 'handler', input: { referral: 'R01', source: 'call', text: '近两年审计报告' } },
  recordSurvey: { by: 'handler', input: { referral: 'R01', source: 'call', on: '2026-11-23' } },
  approveReferral: { by: 'handler', input: { referral: 'R01', source: 'letter', ...theOffer } },
  declineReferral: { by: 'handler', input: { referral: 'R01', source: 'letter', code: 'collateral' } },
  recordDrawdown: {
    by: 'handler',
    input: { referral: 'R01', source: 'letter', amountYuan: 2_000_000, on: '2026-11-23' },
  },
  chooseOffer: { by: 'firm', input: { referral: 'R01', via: 'link' } },
  withdrawReferral: { by: 'firm', input: { referral: 'R01', via: 'link' } },
  lapseReferral: { by: 'handler', input: { referral: 'R01', text: said } },
  recordReviewDue: { by: 'system', input: {} },
  reviewClosure: { by: 'handler', input: { redo: false, text: said } },
  referAgain: { by: 'handler', input: { after: 'R01', bank: 'tuojiang' } },
  addPost: { by: 'handler', input: { title: '数控车工', headcount: 20, kind: 'full' } },
  changePost: { by: 'handler', input: { post: 'P1', title: '数控车工', headcount: 12, kind: 'full' } },
  cancelPost: { by: 'handler', input: { post: 'P1', text: said } },
  recordHelp: { by: 'handler', input: { kind: 'online', on: '2026-11-23' } },
  joinFair: { by: 'system', input: { fair: 'F20261121-4C5D6', on: '2026-11-21' } },
  recordFunnel: { by: 'handler', input: { post: 'P1', on: '2026-11-23', arrived: 20 } },
  correctFunnel: { by: 'handler', input: { post: 'P1', on: '2026-11-23', arrived: 5, text: said } },
  acceptPart: { by: 'handler', input: { via: 'call', on: '2026-11-23' } },
  askForStay: { by: 'system', input: {} },
  recordStay: { by: 'official', input: { on: '2026-12-24', counts: [{ post: 'P1', people: 18 }] } },
  recordPrecheck: {
    by: 'handler',
    input: {
      verdict: 'yes',
      filingMonth: '2026-12',
      estimateYuan: 432_000,
      on: '2026-11-23',
      saidBy: 'firm',
    },
  },
  checkPapers: { by: 'handler', input: { ready: ['form'], on: '2026-11-23', saidBy: 'firm' } },
  recordRefundStep: {
    by: 'handler',
    input: { step: 'applied', on: '2026-11-23', saidBy: 'firm', amountYuan: 430_000 },
  },
  correctRefundStep: {
    by: 'handler',
    input: { step: 'applied', on: '2026-11-23', saidBy: 'firm', amountYuan: 420_000, text: said },
  },
}

/** A command with its usual input, or parts of it changed. */
export const command = <C extends CommandName>(name: C, changed: Partial<CommandInput<C>> = {}): Command =>
  ({ name, input: { ...usual[name].input, ...changed } }) as Command

/** A moment at which the clock's own commands have something to do. */
export const whenDue: Partial<Record<CommandName, string>> = {
  recordOverdue: at('2026-12-03'),
  lapseConfirmation: at('2026-12-05'),
  archiveIssue: at('2027-03-01'),
  archiveRecord: at('2028-03-01'),
  erasePersonalData: at('2033-03-01'),
}
