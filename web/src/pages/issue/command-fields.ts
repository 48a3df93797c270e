import type { CommandInput, CommandName } from '../../../../core/issue/commands.ts'
import type { lifecycle } from '../../../../core/lifecycle.ts'
import {
  complexityWords,
  contactChannelWords,
  declineGroundWords,
  pauseReasonWords,
  returnReasonWords,
} from '../../../../core/words.ts'
import type { Word } from '../../words/language-of.ts'
import { closingFields } from './closing-fields.ts'
import { hiringFields } from './hiring-fields.ts'
import { refundFields } from './refund-fields.ts'
import { said, text, yesNo } from './usual-fields.ts'

export type CommandField = {
  name: string
  zh: string
  en: string
  required?: boolean
  kind:
    | 'long'
    | 'date'
    | 'wan'
    | 'count'
    | 'issue'
    | 'department'
    | 'departments'
    | 'choice'
    | 'list'
    | 'yesNo'
    | 'handler'
    | 'policies'
    | 'short'
    | 'month'
    | 'post'
    | 'several'
    | 'stay'
    | 'percent'
    | 'bank'
    | 'banks'
    | 'file'
    | 'fair'
  words?: Readonly<Record<string, Word>>
  hint?: Word
}

type Doors = { [C in CommandName]: (typeof lifecycle)[C]['door'] extends 'portal' ? C : never }
/** Commands that a button gives, after the lifecycle's table; logging has a page of its own. */
export type ButtonCommand = Exclude<Doors[CommandName], 'logIssue'>

const numberHint = { zh: '形如 20261122-7K3Q9', en: 'as 20261122-7K3Q9' }

const routing = [
  { name: 'department', kind: 'department', zh: '责任部门', en: 'Department', required: true },
  { name: 'assisting', kind: 'departments', zh: '协办部门', en: 'Assisting departments' },
  { name: 'complexity', kind: 'choice', zh: '复杂程度', en: 'Complexity', words: complexityWords },
  text,
] as const
type FieldsOf<C extends ButtonCommand> = readonly (CommandField & { name: keyof CommandInput<C> & string })[]

/** The small form of each command; names are those of its input. */
export const commandFields: { readonly [C in ButtonCommand]: FieldsOf<C> } = {
  routeIssue: routing,
  transferIssue: routing,
  acceptAssignment: [],
  returnAssignment: [
    { name: 'reason', kind: 'list', zh: '退单理由', en: 'Reason', required: true, words: returnReasonWords },
    said,
  ],
  recordContact: [
    {
      name: 'channel',
      kind: 'choice',
      zh: '联系方式',
      en: 'Channel',
      required: true,
      words: contactChannelWords,
    },
    text,
  ],
  recordReply: [
    {
      ...said,
      zh: '答复内容',
      en: 'Reply',
      hint: { zh: '企业在链接里看得到。', en: 'The firm sees it on its link.' },
    },
    { name: 'nextReplyOn', kind: 'date', zh: '下次答复日期', en: 'Next reply on' },
  ],
  proposeClosure: closingFields.proposeClosure,
  confirmClosure: closingFields.confirmClosure,
  disputeClosure: closingFields.disputeClosure,
  reopenIssue: [said],
  withdrawIssue: [said],
  declineIssue: [
    { name: 'ground', kind: 'list', zh: '依据', en: 'Ground', required: true, words: declineGroundWords },
    said,
  ],
  mergeIssue: [
    {
      name: 'into',
      kind: 'issue',
      zh: '并入哪一件（编号）',
      en: 'Into which issue (number)',
      required: true,
      hint: numberHint,
    },
    text,
  ],
  recordVerification: closingFields.recordVerification,
  askExtension: [
    { name: 'until', kind: 'date', zh: '申请延至', en: 'Extend until', required: true },
    { ...said, zh: '理由', en: 'Reason' },
  ],
  decideExtension: [
    {
      name: 'granted',
      kind: 'yesNo',
      zh: '是否同意',
      en: 'Decision',
      required: true,
      words: yesNo('同意', 'granted', '不同意', 'not granted'),
    },
    { name: 'until', kind: 'date', zh: '延至（不填即按申请）', en: 'Until (else as asked)' },
    said,
  ],
  pauseIssue: [
    { name: 'reason', kind: 'list', zh: '暂停理由', en: 'Reason', required: true, words: pauseReasonWords },
    { name: 'resumeOn', kind: 'date', zh: '预计恢复日期', en: 'Resume on', required: true },
    said,
  ],
  resumeIssue: [text],
  decideSupervision: [
    {
      name: 'opened',
      kind: 'yesNo',
      zh: '是否督办',
      en: 'Decision',
      required: true,
      words: yesNo('督办', 'supervise', '不督办', 'not supervised'),
    },
    { name: 'dueOn', kind: 'date', zh: '督办期限', en: 'Due on' },
    said,
  ],
  recordFailedCall: [],
  ruleOnDispute: closingFields.ruleOnDispute,
  recordAssistance: [
    {
      name: 'department',
      kind: 'department',
      zh: '协办部门',
      en: 'Assisting department',
      hint: { zh: '代表不止一个协办部门时须选择', en: 'needed by whoever acts for more than one' },
    },
    said,
  ],
  reviewClosure: closingFields.reviewClosure,
  joinCommon: [
    {
      name: 'parent',
      kind: 'issue',
      zh: '共性问题的编号',
      en: 'The common issue (number)',
      required: true,
      hint: numberHint,
    },
    text,
  ],
  leaveCommon: [said],
  recordCommonOutcome: [
    {
      name: 'ruleChanged',
      kind: 'yesNo',
      zh: '是否推动了制度改变',
      en: 'Did a rule change?',
      required: true,
      words: yesNo('是', 'yes', '否', 'no'),
    },
    said,
  ],
  handOver: [{ name: 'to', kind: 'handler', zh: '移交给', en: 'Hand over to', required: true }, text],
  addNote: [
    { ...said, zh: '备注', en: 'Note', hint: { zh: '企业看不到。', en: 'The firm does not see it.' } },
  ],
  revokeLink: [],
  ...hiringFields,
  ...refundFields,
}

export const buttonCommands = Object.keys(commandFields) as ButtonCommand[]
