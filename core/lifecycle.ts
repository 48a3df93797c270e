import type { CommandName } from './issue/commands.ts'
import type { EventType } from './issue/events.ts'
import type { PolicyName } from './permission.ts'
import type { Stage } from './words.ts'

/** One way on: where it may start, which fact it makes, and the stage that follows (absent: the same one). */
export type Step = {
  readonly zh: string
  readonly en: string
  readonly who: readonly PolicyName[]
  readonly from: readonly Stage[] | 'nothing'
  readonly makes: readonly EventType[]
  readonly to?: readonly Stage[]
  /** `portal`: a button. `server`: its own route builds the input. `clock`: only workflows and consumers. */
  readonly door: 'portal' | 'server' | 'clock'
}

const open = ['logged', 'assigned', 'handling', 'confirming'] as const
const inHand = ['assigned', 'handling'] as const
const always = [...open, 'closed'] as const

/**
 * The lifecycle, whole: for every command who may give it, at which stages, and what it leads to. The API, the
 * workflow tasks, the portal's buttons and the generated diagram all read this table.
 */
export const lifecycle = {
  logIssue: {
    zh: '登记诉求',
    en: 'log an issue',
    who: ['official', 'dispatcher'],
    from: 'nothing',
    makes: ['IssueLogged'],
    to: ['logged', 'closed'],
    door: 'portal',
  },
  routeByRules: {
    zh: '按规则交办',
    en: 'route by the rules',
    who: ['system'],
    from: ['logged'],
    makes: ['IssueRouted', 'RoutingLeftToDispatcher'],
    to: ['assigned', 'logged'],
    door: 'clock',
  },
  routeIssue: {
    zh: '交办',
    en: 'route',
    who: ['dispatcher', 'manager'],
    from: ['logged'],
    makes: ['IssueRouted'],
    to: ['assigned'],
    door: 'portal',
  },
  acceptAssignment: {
    zh: '签收',
    en: 'accept',
    who: ['handler'],
    from: ['assigned'],
    makes: ['AssignmentAccepted'],
    to: ['handling'],
    door: 'portal',
  },
  returnAssignment: {
    zh: '退单',
    en: 'return',
    who: ['handler'],
    from: ['assigned'],
    makes: ['AssignmentReturned'],
    to: ['logged'],
    door: 'portal',
  },
  transferIssue: {
    zh: '转办',
    en: 'transfer',
    who: ['dispatcher', 'manager'],
    from: inHand,
    makes: ['IssueTransferred'],
    to: ['assigned'],
    door: 'portal',
  },
  recordContact: {
    zh: '记录首次联系',
    en: 'record a contact',
    who: ['handler', 'assistingHandler'],
    from: inHand,
    makes: ['ContactRecorded'],
    door: 'portal',
  },
  recordReply: {
    zh: '阶段答复',
    en: 'give an interim reply',
    who: ['handler'],
    from: ['handling'],
    makes: ['ReplyRecorded'],
    door: 'portal',
  },
  proposeClosure: {
    zh: '申请办结',
    en: 'propose closure',
    who: ['handler'],
    from: ['handling'],
    makes: ['ClosureProposed'],
    to: ['confirming'],
    door: 'portal',
  },
  confirmClosure: {
    zh: '企业确认',
    en: "record the firm's confirmation",
    who: ['firm', 'outsideTheDepartment'],
    from: ['confirming'],
    makes: ['ClosureConfirmed'],
    to: ['closed'],
    door: 'portal',
  },
  disputeClosure: {
    zh: '企业不认可',
    en: "record the firm's dispute",
    who: ['firm', 'outsideTheDepartment'],
    from: ['confirming', 'closed'],
    makes: ['ClosureDisputed', 'DisputeReferred'],
    to: ['handling', 'confirming'],
    door: 'portal',
  },
  reopenIssue: {
    zh: '重新办理',
    en: 'reopen',
    who: ['dispatcher', 'manager'],
    from: ['closed'],
    makes: ['IssueReopened'],
    to: ['handling'],
    door: 'portal',
  },
  withdrawIssue: {
    zh: '撤回',
    en: 'withdraw',
    who: ['firm', 'teamThatLogged', 'dispatcher'],
    from: open,
    makes: ['IssueWithdrawn'],
    to: ['withdrawn'],
    door: 'portal',
  },
  declineIssue: {
    zh: '不予受理',
    en: 'decline',
    who: ['dispatcher', 'manager'],
    from: ['logged'],
    makes: ['IssueDeclined'],
    to: ['declined'],
    door: 'portal',
  },
  mergeIssue: {
    zh: '并案',
    en: 'merge',
    who: ['dispatcher', 'manager'],
    from: ['logged', ...inHand],
    makes: ['IssueMerged'],
    to: ['merged'],
    door: 'portal',
  },
  absorbMerged: {
    zh: '并入另一件',
    en: 'take in a merged issue',
    who: ['system'],
    from: always,
    makes: ['MergeAbsorbed'],
    door: 'clock',
  },
  recordOverdue: {
    zh: '记录超期',
    en: 'record what is overdue',
    who: ['system'],
    from: open,
    makes: ['DueSoonRecorded', 'OverdueRecorded', 'SupervisionProposed'],
    door: 'clock',
  },
  recomputeDues: {
    zh: '重算期限',
    en: 'compute due times again',
    who: ['system'],
    from: always,
    makes: ['DuesRecomputed'],
    door: 'clock',
  },
  askExtension: {
    zh: '申请延期',
    en: 'ask for an extension',
    who: ['handler'],
    from: ['handling'],
    makes: ['ExtensionAsked'],
    door: 'portal',
  },
  decideExtension: {
    zh: '审批延期',
    en: 'decide on an extension',
    who: ['dispatcher', 'manager'],
    from: ['handling'],
    makes: ['ExtensionDecided'],
    door: 'portal',
  },
  pauseIssue: {
    zh: '暂停计时',
    en: 'pause',
    who: ['handler', 'dispatcher'],
    from: ['handling'],
    makes: ['IssuePaused'],
    door: 'portal',
  },
  resumeIssue: {
    zh: '恢复计时',
    en: 'resume',
    who: ['handler', 'dispatcher', 'system'],
    from: ['handling'],
    makes: ['IssueResumed'],
    door: 'portal',
  },
  decideSupervision: {
    zh: '督办',
    en: 'decide on supervision',
    who: ['manager'],
    from: inHand,
    makes: ['SupervisionDecided'],
    door: 'portal',
  },
  recordFailedCall: {
    zh: '记录未接通',
    en: 'record a failed call',
    who: ['outsideTheDepartment'],
    from: ['confirming'],
    makes: ['CallFailed', 'ConfirmationLapsed'],
    to: ['confirming', 'closed'],
    door: 'portal',
  },
  ruleOnDispute: {
    zh: '裁定争议',
    en: 'rule on a dispute',
    who: ['manager'],
    from: ['confirming'],
    makes: ['DisputeRuled'],
    to: ['handling', 'closed'],
    door: 'portal',
  },
  lapseConfirmation: {
    zh: '确认期满',
    en: 'end an unanswered confirmation',
    who: ['system'],
    from: ['confirming'],
    makes: ['ConfirmationLapsed'],
    to: ['closed'],
    door: 'clock',
  },
  archiveIssue: {
    zh: '归档',
    en: 'archive',
    who: ['system'],
    from: ['closed'],
    makes: ['IssueArchived'],
    door: 'clock',
  },
  recordVerification: {
    zh: '结果核验',
    en: 'record what was seen',
    who: ['teamThatLogged', 'handler', 'dispatcher'],
    from: ['closed'],
    makes: ['VerificationRecorded'],
    door: 'portal',
  },
  addNote: {
    zh: '内部备注',
    en: 'add an internal note',
    who: ['handler', 'assistingHandler', 'teamThatLogged', 'dispatcher', 'manager'],
    from: always,
    makes: ['NoteAdded'],
    door: 'portal',
  },
  attachFile: {
    zh: '上传附件',
    en: 'attach a file',
    who: ['handler', 'assistingHandler', 'teamThatLogged', 'dispatcher'],
    from: always,
    makes: ['FileAttached'],
    door: 'server',
  },
  issueLink: {
    zh: '发放企业链接',
    en: "hand out the firm's link",
    // Whoever holds the link speaks as the firm, so the department it judges does not hand it out or take it away.
    who: ['outsideTheDepartment'],
    from: always,
    makes: ['FirmLinkIssued'],
    door: 'server',
  },
  revokeLink: {
    zh: '作废企业链接',
    en: "revoke the firm's link",
    who: ['outsideTheDepartment'],
    from: always,
    makes: ['FirmLinkRevoked'],
    door: 'portal',
  },
} as const satisfies Record<CommandName, Step>

export const stepOf = (command: CommandName): Step => lifecycle[command]
