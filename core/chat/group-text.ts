import { departmentOf } from '../issue/in-hand.ts'
import type { Issue } from '../issue/issue.ts'
import { categoryWords, closureTypeWords, stageWords } from '../words.ts'
import { localDate } from '../zone-time.ts'
import { shortName } from './firm.ts'

const PHONES = /(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8}|\d{7,8})(?!\d)/g
/** As much of the words as a group reads. */
const longest = 60

const short = (content: string) => {
  const letters = [...content.replace(/\s+/g, ' ').replace(PHONES, '（号码略）')]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('')
}

const monthDay = (instant: string) => {
  const [, month = '', day = ''] = localDate(instant).split('-')
  return `${Number(month)}月${Number(day)}日`
}

const needIn = ({ need }: Issue): string[] => {
  if (!need) return []
  const { amountYuan, termMonths, headcount, post } = need
  return [
    amountYuan !== undefined ? `${amountYuan / 10_000}万元` : '',
    termMonths ? `${termMonths}个月` : '',
    post || headcount ? `${post ?? ''}${headcount ? `${headcount}人` : ''}` : '',
  ].filter(Boolean)
}

const standing = (issue: Issue, nameOf: (id: string) => string): string[] => {
  const department = departmentOf(issue)
  const next = issue.stage === 'handling' ? issue.work.nextReply : undefined
  const due = issue.stage === 'handling' && !next ? issue.assignment.dues.close : undefined
  return [
    stageWords[issue.stage].zh,
    department ? nameOf(department) : '',
    'closure' in issue ? `部门：${closureTypeWords[issue.closure.type].zh}` : '',
    next ? `下次答复${monthDay(next)}` : '',
    due ? `${monthDay(due)}前办结` : '',
  ].filter(Boolean)
}

/** A few lines to paste into a chat group: what it is and where it stands; no names and no numbers of people. */
export const groupText = (issue: Issue, nameOf: (id: string) => string): string => {
  const need = needIn(issue)
  return [
    `【${categoryWords[issue.category].zh}${issue.urgency === 'urgent' ? '·紧急' : ''}】${shortName(issue.firm.name)}：${short(issue.content)}${need.length > 0 ? `（${need.join('，')}）` : ''}`,
    standing(issue, nameOf).join('｜'),
    `编号 ${issue.id}`,
  ].join('\n')
}
