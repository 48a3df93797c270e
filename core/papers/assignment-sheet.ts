import type { Issue } from '../issue/issue.ts'
import { issueFacts, type Names, needText } from './about-issue.ts'
import { type Block, footOf, onPaper, type Paper } from './paper.ts'

type Assignment = NonNullable<Extract<Issue, { stage: 'assigned' }>['assignment']>

const deadlines = ({ dues }: Assignment): [string, string][] => [
  ['签收期限', onPaper(dues.accept)],
  ['首次联系期限', onPaper(dues.contact)],
  ['阶段答复期限', onPaper(dues.reply)],
  ['办结期限', `${onPaper(dues.close)}${dues.provisional ? '（暂定：放假安排未公布）' : ''}`],
]

/** 交办单: what a department is given, and by when; absent where nobody has been given it yet. */
export const assignmentSheet = (
  issue: Issue,
  names: Names,
  made: { by: string; at: string },
): Paper | undefined => {
  const assignment = 'assignment' in issue ? issue.assignment : undefined
  if (!assignment) return undefined
  const need = needText(issue)
  const assisting = assignment.assisting?.map(names.department).join('、')
  const blocks: Block[] = [
    { kind: 'facts', facts: issueFacts(issue, names) },
    { kind: 'heading', text: '诉求内容' },
    { kind: 'text', text: issue.content },
    ...(need ? [{ kind: 'text' as const, text: `诉求数额：${need}` }] : []),
    { kind: 'heading', text: '交办' },
    {
      kind: 'facts',
      facts: [
        ['责任部门', names.department(assignment.department)],
        ['协办部门', assisting ?? ''],
        ['交办时间', onPaper(assignment.at)],
        ...deadlines(assignment),
      ],
    },
    { kind: 'heading', text: '办理意见' },
    { kind: 'signatures', lines: ['承办人（签字）', '部门负责人（签字）', '日期'] },
  ]
  return { title: '企业诉求交办单', subtitle: `编号 ${issue.id}`, blocks, foot: footOf(made.by, made.at) }
}
