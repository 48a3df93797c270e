import { eventDetails } from '../issue/event-details.ts'
import { eventWords } from '../issue/event-words.ts'
import type { IssueEvent } from '../issue/events.ts'
import type { Issue } from '../issue/issue.ts'
import { closureTypeWords, confirmationWords, satisfactionWords, verificationWords } from '../words.ts'
import { issueFacts, type Names, needText } from './about-issue.ts'
import { type Block, footOf, onPaper, type Paper } from './paper.ts'

const wordsOf = (event: IssueEvent): string => {
  const note = 'note' in event ? event.note : undefined
  if (!note) return ''
  if ('text' in note && typeof note.text === 'string') return note.text
  return 'progress' in note && typeof note.progress === 'string' ? note.progress : ''
}

/** What the event says in figures and units, and below it what somebody wrote. */
const contentOf = (event: IssueEvent, names: Names): string => {
  const nameOf = (id: string) =>
    [names.department, names.bank, names.person].map((of) => of(id)).find((name) => name !== id) ?? id
  const { note: _, ...fact } = event as IssueEvent & { note?: unknown }
  const details = eventDetails(fact, { say: ({ zh }) => zh, nameOf }).join('，')
  return [details, wordsOf(event)].filter(Boolean).join('。')
}

/** Three facts and three lines: what the department says, what the firm says, what was seen. */
const outcomes = (issue: Issue): [string, string][] => {
  const closure = 'closure' in issue ? issue.closure : undefined
  const confirmation = issue.stage === 'closed' ? issue.confirmation : undefined
  const verification = issue.stage === 'closed' ? issue.verification : undefined
  const rating = confirmation?.satisfaction && `，${satisfactionWords[confirmation.satisfaction].zh}`
  const seen = verification && [
    verificationWords[verification.what].zh,
    verification.on,
    verification.amountYuan !== undefined && `${verification.amountYuan / 10_000}万元`,
    verification.headcount !== undefined && `${verification.headcount}人`,
  ]
  return [
    ['部门办结', closure ? `${closureTypeWords[closure.type].zh}，${onPaper(closure.at)}` : '未办结'],
    [
      '企业确认',
      confirmation
        ? `${confirmationWords[confirmation.result].zh}${rating ?? ''}，${onPaper(confirmation.at)}`
        : '未确认',
    ],
    ['结果核验', seen ? seen.filter(Boolean).join('，') : '未核验'],
  ]
}

/** 一件一档: everything of one issue, for whoever looks into it. */
export const caseFileBlocks = (issue: Issue, history: readonly IssueEvent[], names: Names): Block[] => {
  const need = needText(issue)
  const files = issue.files ?? []
  return [
    { kind: 'facts', facts: issueFacts(issue, names) },
    { kind: 'heading', text: '诉求内容' },
    { kind: 'text', text: issue.content },
    ...(need ? [{ kind: 'text' as const, text: `诉求数额：${need}` }] : []),
    { kind: 'heading', text: '结果' },
    { kind: 'facts', facts: outcomes(issue) },
    { kind: 'heading', text: '办理经过' },
    {
      kind: 'table',
      heads: ['时间', '事项', '经办', '内容'],
      widths: [0.2, 0.2, 0.16, 0.44],
      rows: history.map((event) => [
        onPaper(event.at),
        eventWords[event.type].zh,
        names.person(event.by),
        contentOf(event, names),
      ]),
    },
    ...(files.length > 0
      ? [
          { kind: 'heading' as const, text: '附件' },
          { kind: 'text' as const, text: files.map(({ name }) => name).join('、') },
        ]
      : []),
  ]
}

export const caseFile = (
  issue: Issue,
  history: readonly IssueEvent[],
  names: Names,
  made: { by: string; at: string },
): Paper => ({
  title: '企业诉求办理档案',
  subtitle: `一件一档　编号 ${issue.id}`,
  blocks: caseFileBlocks(issue, history, names),
  foot: footOf(made.by, made.at),
})
