import type { IssueEvent } from '../issue/events.ts'
import type { Issue } from '../issue/issue.ts'
import { categoryWords, urgencyWords, visitKindWords } from '../words.ts'
import { localDate } from '../zone-time.ts'

/** What a ledger that leaves the system shows of one issue, in the order of its columns. */
export type LedgerLine = {
  issue: Issue
  /** From the first to the last; what was said stands in their notes. */
  history: readonly IssueEvent[]
  version: number
  nameOf: { department: (id: string) => string; team: (id: string) => string }
}

type Column = {
  heading: string
  /** In characters of a spreadsheet. */
  width: number
  value: (line: LedgerLine) => string | number | undefined
}

/** How an import writes the remark of a ledger into what was done before: an export takes it out again. */
export const remarkMark = '备注：'

const saidAtFirst = ({ history }: LedgerLine): { progress?: string; remark?: string } => {
  const [first] = history
  const said = first?.type === 'IssueLogged' ? first.note.progress : undefined
  if (!said) return {}
  const at = said.startsWith(remarkMark) ? 0 : said.indexOf(`\n${remarkMark}`)
  if (at < 0) return { progress: said }
  const remark = said.slice(at).trimStart().slice(remarkMark.length)
  return { ...(at > 0 && { progress: said.slice(0, at) }), remark }
}

const wordsOf = (event: IssueEvent): string | undefined => {
  if (event.type !== 'ReplyRecorded' && event.type !== 'ClosureProposed') return undefined
  return event.note?.text
}

/** The latest that the department said to the firm; before it has said anything, what the ledger said. */
export const lineProgress = (line: LedgerLine): string | undefined =>
  line.history.map(wordsOf).findLast((text) => text !== undefined) ?? saidAtFirst(line).progress

const tenThousands = (yuan: number | undefined) => (yuan === undefined ? undefined : yuan / 10_000)

const closedOn = ({ issue }: LedgerLine): string | undefined => {
  return issue.stage === 'closed' ? localDate(issue.closure.at) : undefined
}

const isClosed = ({ issue }: LedgerLine): string => {
  if (issue.stage === 'confirming') return '待企业确认'
  return issue.stage === 'closed' ? '是' : '否'
}

const departmentOf = ({ issue, nameOf }: LedgerLine): string | undefined => {
  if ('assignment' in issue && issue.assignment) return nameOf.department(issue.assignment.department)
  return issue.ledgerDepartment
}

export const lineNextReply = ({ issue }: LedgerLine): string | undefined =>
  issue.stage === 'handling' && issue.work.nextReply ? localDate(issue.work.nextReply) : undefined

const occasionOf = ({ issue: { source } }: LedgerLine) => source.title ?? visitKindWords[source.kind].zh

/** The columns of the ledger that comes in, under the same headings, and behind them what has become of each issue. */
export const ledgerColumns: readonly Column[] = [
  { heading: '恳谈会', width: 18, value: occasionOf },
  { heading: '日期', width: 11, value: ({ issue }) => issue.source.on },
  {
    heading: '工作队',
    width: 10,
    value: ({ issue, nameOf }) => issue.source.team && nameOf.team(issue.source.team),
  },
  { heading: '企业名称', width: 26, value: ({ issue }) => issue.firm.name },
  { heading: '统一社会信用代码', width: 21, value: ({ issue }) => issue.firm.uscc },
  { heading: '所在园区', width: 12, value: ({ issue }) => issue.firm.park },
  { heading: '联系人', width: 9, value: ({ issue }) => issue.contact?.name },
  { heading: '联系电话', width: 13, value: ({ issue }) => issue.contact?.phone },
  { heading: '诉求类别', width: 9, value: ({ issue }) => categoryWords[issue.category].zh },
  { heading: '诉求内容', width: 44, value: ({ issue }) => issue.content },
  { heading: '紧急程度', width: 9, value: ({ issue }) => urgencyWords[issue.urgency].zh },
  { heading: '资金需求（万元）', width: 10, value: ({ issue }) => tenThousands(issue.need?.amountYuan) },
  { heading: '期限（月）', width: 8, value: ({ issue }) => issue.need?.termMonths },
  { heading: '留抵税额（万元）', width: 10, value: ({ issue }) => tenThousands(issue.need?.creditYuan) },
  { heading: '需求岗位', width: 12, value: ({ issue }) => issue.need?.post },
  { heading: '需求人数', width: 8, value: ({ issue }) => issue.need?.headcount },
  { heading: '备注', width: 18, value: (line) => saidAtFirst(line).remark },
  { heading: '责任单位', width: 18, value: departmentOf },
  { heading: '办理情况', width: 36, value: lineProgress },
  { heading: '下次答复', width: 11, value: lineNextReply },
  { heading: '是否办结', width: 10, value: isClosed },
  { heading: '办结时间', width: 11, value: closedOn },
  { heading: '诉求编号', width: 17, value: ({ issue }) => issue.id },
  { heading: '版本', width: 6, value: ({ version }) => version },
]

/** One row; the serial number in front counts from 1. */
export const ledgerRow = (line: LedgerLine, serial: number): (string | number | undefined)[] => [
  serial,
  ...ledgerColumns.map(({ value }) => value(line)),
]
