import type { CommandInput, CommandName } from '../../../../core/issue/commands.ts'
import type { lifecycle } from '../../../../core/lifecycle.ts'
import {
  closureTypeWords,
  complexityWords,
  confirmedViaWords,
  contactChannelWords,
  declineGroundWords,
  pauseReasonWords,
  returnReasonWords,
  satisfactionWords,
  verificationWords,
} from '../../../../core/words.ts'
import type { Word } from '../../words/language-of.ts'
import { hiringFields } from './hiring-fields.ts'
import { refundFields } from './refund-fields.ts'

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

const without = <T extends Record<string, Word>>(words: T, key: keyof T) =>
  Object.fromEntries(Object.entries(words).filter(([name]) => name !== key))

const yesNo = (yesZh: string, yesEn: string, noZh: string, noEn: string) => ({
  true: { zh: yesZh, en: yesEn },
  false: { zh: noZh, en: noEn },
})

const numberHint = { zh: '形如 20261122-7K3Q9', en: 'as 20261122-7K3Q9' }

const text = { name: 'text', kind: 'long', zh: '说明', en: 'Words' } as const
const said = { ...text, required: true } as const
const routing = [
  { name: 'department', kind: 'department', zh: '责任部门', en: 'Department', required: true },
  { name: 'assisting', kind: 'departments', zh: '协办部门', en: 'Assisting departments' },
  { name: 'complexity', kind: 'choice', zh: '复杂程度', en: 'Complexity', words: complexityWords },
  text,
] as const
const satisfaction = {
  name: 'satisfaction',
  kind: 'choice',
  zh: '企业满意度',
  en: 'Satisfaction',
  words: satisfactionWords,
} as const
const via = {
  name: 'via',
  kind: 'choice',
  zh: '怎样得知',
  en: 'How it was heard',
  required: true,
  words: without(confirmedViaWords, 'link'),
} as const

const form = {
  name: 'file',
  kind: 'file',
  zh: '签字确认表（先在附件处上传）',
  en: 'The signed form (upload it among the files first)',
} as const

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
  proposeClosure: [
    {
      name: 'closure',
      kind: 'list',
      zh: '办结类型',
      en: 'Closure',
      required: true,
      words: without(closureTypeWords, 'recorded'),
    },
    { ...said, hint: { zh: '企业在链接里看得到。', en: 'The firm sees it on its link.' } },
    {
      name: 'reviewOn',
      kind: 'date',
      zh: '下次复核日期',
      en: 'Review on',
      hint: { zh: '“条件暂不具备（挂账）”须填。', en: 'Needed where conditions are not yet met.' },
    },
    { name: 'cited', kind: 'policies', zh: '依据的政策', en: 'Policies it rests on' },
    {
      name: 'citedElse',
      kind: 'long',
      zh: '其他依据文件',
      en: 'Another document',
      hint: {
        zh: '政策类诉求须选择政策或写明文件名称和文号。',
        en: 'A policy question names the policies or the document it was answered from.',
      },
    },
  ],
  confirmClosure: [
    {
      name: 'result',
      kind: 'choice',
      zh: '企业怎么说',
      en: 'What the firm says',
      required: true,
      words: { solved: { zh: '已解决', en: 'solved' }, partly: { zh: '部分解决', en: 'partly solved' } },
    },
    via,
    form,
    satisfaction,
    text,
  ],
  disputeClosure: [via, form, satisfaction, said],
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
  recordVerification: [
    {
      name: 'what',
      kind: 'list',
      zh: '看到了什么',
      en: 'What was seen',
      required: true,
      words: verificationWords,
    },
    { name: 'on', kind: 'date', zh: '日期', en: 'On', required: true },
    { name: 'amountYuan', kind: 'wan', zh: '金额（万元）', en: 'Amount (CNY 10,000)' },
    { name: 'headcount', kind: 'count', zh: '人数', en: 'People' },
    text,
  ],
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
  ruleOnDispute: [
    {
      name: 'redo',
      kind: 'yesNo',
      zh: '裁定',
      en: 'Ruling',
      required: true,
      words: yesNo('重新办理', 'do it again', '维持办结', 'the closure stands'),
    },
    said,
  ],
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
  reviewClosure: [
    {
      name: 'redo',
      kind: 'yesNo',
      zh: '复核结论',
      en: 'Outcome',
      required: true,
      words: yesNo('条件已具备，继续办理', 'possible now: go on', '仍不具备', 'still not possible'),
    },
    {
      name: 'reviewOn',
      kind: 'date',
      zh: '下次复核日期',
      en: 'Next review',
      hint: { zh: '仍不具备且继续挂账的填写；不填即结束挂账', en: 'to keep it on the list; empty: it ends' },
    },
    said,
  ],
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
