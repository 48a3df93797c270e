import type { Visit } from '../api/firms-and-visits.ts'
import type { Issue } from '../issue/issue.ts'
import { categoryWords, visitKindWords } from '../words.ts'
import type { Names } from './about-issue.ts'
import { type Block, dateOnPaper, footOf, type Paper } from './paper.ts'

type Heard = { visit: Visit; firms: readonly { uscc: string; name: string }[]; issues: readonly Issue[] }

/** 走访记录: one note, from which all other papers follow. Photo, place and signature are for whoever wants them. */
export const visitNote = (
  { visit, firms, issues }: Heard,
  names: Names,
  made: { by: string; at: string },
): Paper => {
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        ['方式', visit.title ?? visitKindWords[visit.kind].zh],
        ['日期', dateOnPaper(visit.on)],
        ['工作队', visit.team ? names.team(visit.team) : ''],
        ['记录人', names.person(visit.recordedBy)],
      ],
    },
    { kind: 'heading', text: '企业' },
    {
      kind: 'table',
      heads: ['企业名称', '统一社会信用代码'],
      widths: [0.6, 0.4],
      rows: firms.map(({ name, uscc }) => [name, uscc]),
    },
    ...(visit.line
      ? [
          { kind: 'heading' as const, text: '情况' },
          { kind: 'text' as const, text: visit.line },
        ]
      : []),
    { kind: 'heading', text: '诉求' },
    issues.length === 0
      ? { kind: 'text', text: visit.noIssues ? '本次无诉求。' : '未登记诉求。' }
      : {
          kind: 'table',
          heads: ['编号', '企业', '类别', '内容'],
          widths: [0.2, 0.25, 0.1, 0.45],
          rows: issues.map(({ id, firm, category, content }) => [
            id,
            firm.name,
            categoryWords[category].zh,
            content,
          ]),
        },
  ]
  const title = visit.kind === 'forum' ? '恳谈会记录' : '企业走访记录'
  return { title, subtitle: `编号 ${visit.id}`, blocks, foot: footOf(made.by, made.at) }
}
