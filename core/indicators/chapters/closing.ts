import type { Issue, IssueAt } from '../../issue/issue.ts'
import { type Chapter, type Counts, counting } from '../indicator.ts'

/** The firm was reached: it said something, or its dispute is what was ruled on. */
const isReached = ({ confirmation }: IssueAt<'closed'>) =>
  confirmation.via !== undefined || confirmation.result === 'unsolved'

const closedCounts = (issue: IssueAt<'closed'>): Counts => {
  const { closure, confirmation, verification, failedCalls } = issue
  const reached = isReached(issue)
  return {
    closed: 1,
    [`closure.${closure.type}`]: 1,
    [`confirmed.${confirmation.result}`]: 1,
    ...(confirmation.satisfaction && { [`satisfaction.${confirmation.satisfaction}`]: 1 }),
    ...(verification && { [verification.what === 'notSeen' ? 'notSeen' : 'verified']: 1 }),
    ...((reached || failedCalls) && { followedUp: 1 }),
    ...(reached && { reached: 1 }),
  }
}

/** The department has said at least once that it was done. */
const reported = (issue: Issue) =>
  issue.stage === 'confirming' || issue.stage === 'closed' || issue.steppedUp !== undefined

const isOver = ({ stage, history }: Issue) =>
  history !== undefined || stage === 'declined' || stage === 'withdrawn' || stage === 'merged'

/** What the department says, what the firm says and what was seen: three facts, side by side. */
export const closing = {
  tallies: ({ issue }) => {
    if (isOver(issue) || !reported(issue)) return []
    const again = { reported: 1, ...(issue.steppedUp && { redone: 1 }) }
    return [{ counts: { ...again, ...(issue.stage === 'closed' && closedCounts(issue)) } }]
  },
  indicators: {
    closed: {
      zh: '办结率',
      en: 'closure rate',
      unit: 'share',
      bases: ['cohort'],
      part: ['closed'],
      whole: counting,
      formula: {
        zh: '已办结 ÷ 受理。办结是部门所报，不等于解决，请与确认解决率同看',
        en: "closed, of those taken on. Closed is the department's word; read it beside confirmed-solved",
      },
    },
    solvedStrict: {
      zh: '确认解决率（严格）',
      en: 'confirmed solved, of all closed',
      unit: 'share',
      bases: ['cohort'],
      part: ['confirmed.solved'],
      whole: ['closed'],
      apart: ['confirmed.notReached'],
      formula: {
        zh: '企业确认已解决 ÷ 全部办结；未联系上的算在分母',
        en: 'solved in the firm’s own words, of all closed; those not reached count against it',
      },
    },
    solvedAnswered: {
      zh: '确认解决率（有效回访）',
      en: 'confirmed solved, of firms that answered',
      unit: 'share',
      bases: ['cohort'],
      part: ['confirmed.solved'],
      whole: ['reached'],
      apart: ['confirmed.notReached'],
      formula: { zh: '企业确认已解决 ÷ 有效回访', en: 'solved in the firm’s own words, of those reached' },
    },
    verified: {
      zh: '核验见效率',
      en: 'verified',
      unit: 'share',
      bases: ['cohort'],
      part: ['verified'],
      whole: ['closed'],
      apart: ['notSeen'],
      formula: {
        zh: '核验见到结果（到账、到岗、退税到账等）÷ 全部办结',
        en: 'the outcome was seen (money, people, refund …), of all closed',
      },
    },
    satisfied: {
      zh: '满意率',
      en: 'satisfied',
      unit: 'share',
      bases: ['cohort'],
      part: ['satisfaction.satisfied', 'satisfaction.fairly'],
      whole: ['satisfaction.satisfied', 'satisfaction.fairly', 'satisfaction.dissatisfied'],
      apart: ['confirmed.notReached'],
      formula: {
        zh: '（满意 + 基本满意×权重）÷ 有效评价；权重由“指标权重”设定，未设为1；到期未答复的单列，不算满意',
        en: 'satisfied, and fairly so by its weight (1 unless the office has set one), of those who rated; silence is counted apart, never as satisfied',
      },
    },
    calledBack: {
      zh: '回访率',
      en: 'followed up',
      unit: 'share',
      bases: ['cohort'],
      part: ['followedUp'],
      whole: ['closed'],
      formula: {
        zh: '企业本人答复、回访或试拨过 ÷ 全部办结',
        en: 'the firm answered or was at least called, of all closed',
      },
    },
    reached: {
      zh: '有效回访率',
      en: 'reached',
      unit: 'share',
      bases: ['cohort'],
      part: ['reached'],
      whole: ['followedUp'],
      formula: { zh: '联系上的 ÷ 回访过的', en: 'reached, of those followed up' },
    },
    redone: {
      zh: '重办率',
      en: 'redone',
      unit: 'share',
      bases: ['cohort'],
      part: ['redone'],
      whole: ['reported'],
      formula: {
        zh: '至少重办过一次 ÷ 部门报结过的件数',
        en: 'taken up again at least once, of those reported closed',
      },
    },
  },
} as const satisfies Chapter
