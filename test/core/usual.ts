import type { Command, CommandInput, CommandName } from '../../core/issue/commands.ts'
import { anotherIssue, at, type Person } from './office.ts'

/** Each command as it is usually given, and by whom. */
type Usual<C extends CommandName> = { by: Person; input: CommandInput<C> }

const said = '已电话沟通。'

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
}

/** A command with its usual input, or parts of it changed. */
export const command = <C extends CommandName>(name: C, changed: Partial<CommandInput<C>> = {}): Command =>
  ({ name, input: { ...usual[name].input, ...changed } }) as Command

/** A moment at which the clock's own commands have something to do. */
export const whenDue: Partial<Record<CommandName, string>> = {
  recordOverdue: at('2026-12-03'),
  lapseConfirmation: at('2026-12-05'),
  archiveIssue: at('2027-03-01'),
}
