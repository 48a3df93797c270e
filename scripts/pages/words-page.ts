import type * as words from '../../core/words.ts'
import {
  askWords,
  categoryWords,
  clockWords,
  closureTypeWords,
  complexityWords,
  confirmationWords,
  confirmedViaWords,
  contactChannelWords,
  declineGroundWords,
  pauseReasonWords,
  returnReasonWords,
  roleWords,
  satisfactionWords,
  stageWords,
  urgencyWords,
  verificationWords,
  visitKindWords,
} from '../../core/words.ts'
import { code, page, table, writtenFrom } from './markdown.ts'

/** The things that the system is about. */
const things = [
  ['Firm', '企业', 'known by its unified social credit code (统一社会信用代码)'],
  ['Official, Team', '队员, 工作队', 'who visits firms and logs issues'],
  ['Visit', '走访, 恳谈会', 'where issues are heard; “no issues this time” (本次无诉求) is a full outcome'],
  ['Issue', '诉求', 'one problem of one firm'],
  ['Department, Handler', '责任部门, 承办人', 'who solves it'],
  ['Dispatcher', '调度员（企业综合服务中心）', 'who routes issues and rules on returns'],
  ['Assignment', '交办', 'an issue given to a department; it is accepted (签收) or returned (退单)'],
  ['Reply', '阶段答复', 'an interim answer to the firm, with the day of the next one (一跟到底)'],
  ['Closure', '办结', 'what the department says was done'],
  ['Confirmation', '回访确认', 'what the firm says, and how satisfied it is'],
  ['Verification', '结果核验', 'what was seen to have happened'],
] as const

type Table = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** A new table of words in the code needs a place here before this compiles. */
const tables: Record<Extract<keyof typeof words, `${string}Words`>, readonly [string, Table]> = {
  categoryWords: ['Categories of issues (诉求类别)', categoryWords],
  stageWords: ['Stages (阶段)', stageWords],
  urgencyWords: ['Urgency (紧急程度)', urgencyWords],
  complexityWords: ['Complexity, which sets the time to close (难易程度)', complexityWords],
  visitKindWords: ['Where an issue was heard (来源)', visitKindWords],
  closureTypeWords: ['Closures: what the department says (办结类型)', closureTypeWords],
  confirmationWords: ['Confirmations: what the firm says (企业确认)', confirmationWords],
  satisfactionWords: ['Satisfaction (满意度)', satisfactionWords],
  confirmedViaWords: ['How the firm’s word came (确认方式)', confirmedViaWords],
  contactChannelWords: ['How a firm was contacted (联系方式)', contactChannelWords],
  declineGroundWords: ['Grounds to decline (不予受理情形)', declineGroundWords],
  returnReasonWords: ['Reasons to return an assignment (退单理由)', returnReasonWords],
  pauseReasonWords: ['Reasons for which clocks may stand still (暂停理由)', pauseReasonWords],
  askWords: ['What another desk is asked for (请示事项)', askWords],
  verificationWords: ['Verifications: what was seen (核验结果)', verificationWords],
  clockWords: ['Clocks (时限)', clockWords],
  roleWords: ['Roles (岗位)', roleWords],
}

const sections = Object.values(tables).flatMap(([title, entries]) => [
  `## ${title}`,
  table(
    ['code', '中文', 'English'],
    Object.entries(entries).map(([key, { zh, en }]) => [code(key), zh, en]),
  ),
])

export const wordsPage = (): string =>
  page(
    '# Words',
    writtenFrom('core/words.ts'),
    'One word for one thing, in code, API, portal and papers. Closure, confirmation and verification are three separate facts and are never merged into one flag.',
    '## Things (事物)',
    table(
      ['code', '中文', 'meaning'],
      things.map(([name, zh, meaning]) => [name.split(', ').map(code).join(', '), zh, meaning]),
    ),
    ...sections,
  )
