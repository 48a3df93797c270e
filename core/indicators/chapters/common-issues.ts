import type { Chapter } from '../indicator.ts'

/** Problems of many firms, and whether anything was learnt from them (举一反三). */
export const commonIssues = {
  tallies: ({ issue }) => {
    if (!issue.children || issue.stage === 'declined' || issue.stage === 'withdrawn') return []
    if (issue.history || issue.stage === 'merged') return []
    return [{ counts: { common: 1, ...(issue.ruleChanged && { ruleChanged: 1 }) } }]
  },
  indicators: {
    ruleChanged: {
      zh: '共性问题转化率',
      en: 'common issues that changed a rule',
      unit: 'share',
      bases: ['cohort'],
      part: ['ruleChanged'],
      whole: ['common'],
      formula: {
        zh: '促成政策或流程改变的共性问题 ÷ 共性问题',
        en: 'common issues that led to a changed rule or way of working, of all common issues',
      },
    },
  },
} as const satisfies Chapter
