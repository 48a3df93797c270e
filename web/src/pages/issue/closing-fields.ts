import {
  closureTypeWords,
  confirmedViaWords,
  satisfactionWords,
  verificationWords,
} from '../../../../core/words.ts'
import { said, text, without, yesNo } from './usual-fields.ts'

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

/** The small forms of the steps by which an issue ends, and of what is said and seen of its end. */
export const closingFields = {
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
} as const
