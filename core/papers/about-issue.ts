import type { Issue } from '../issue/issue.ts'
import { categoryWords, stageWords, urgencyWords, visitKindWords } from '../words.ts'
import { orBlank } from './paper.ts'

/** Names as the directory has them today. */
export type Names = {
  department: (id: string) => string
  team: (id: string) => string
  bank: (id: string) => string
  person: (id: string) => string
}

const tenThousands = (yuan: number) => `${yuan / 10_000}万元`

/** What was asked for, in numbers. */
export const needText = ({ need }: Issue): string =>
  [
    need?.amountYuan !== undefined && `资金 ${tenThousands(need.amountYuan)}`,
    need?.termMonths !== undefined && `期限 ${need.termMonths} 个月`,
    need?.creditYuan !== undefined && `留抵税额 ${tenThousands(need.creditYuan)}`,
    need?.post,
    need?.headcount !== undefined && `${need.headcount} 人`,
  ]
    .filter(Boolean)
    .join('，')

const sourceText = ({ source }: Issue): string =>
  [source.title ?? visitKindWords[source.kind].zh, source.on].filter(Boolean).join('，')

const contactText = ({ contact }: Issue): string => [contact?.name, contact?.phone].filter(Boolean).join(' ')

/** Who asks for what, and where it was heard: the head of every paper about an issue. */
export const issueFacts = (issue: Issue, names: Names): [string, string][] => [
  ['诉求编号', issue.id],
  ['诉求类别', categoryWords[issue.category].zh],
  ['企业名称', issue.firm.name],
  ['统一社会信用代码', issue.firm.uscc],
  ['所在园区', orBlank(issue.firm.park)],
  ['联系人', contactText(issue)],
  ['紧急程度', urgencyWords[issue.urgency].zh],
  ['当前状态', stageWords[issue.stage].zh],
  ['来源', sourceText(issue)],
  ['工作队', issue.source.team ? names.team(issue.source.team) : ''],
]
