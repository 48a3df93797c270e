import type { Chapter } from '../indicator.ts'

/** Firms, never visits: going to one firm ten times covers one. */
export const visits = {
  // Counted from visits, not from issues.
  tallies: () => [],
  indicators: {
    coverage: {
      zh: '走访覆盖率',
      en: 'visit coverage',
      unit: 'share',
      bases: ['cohort'],
      part: ['visited'],
      whole: ['roster'],
      formula: {
        zh: '期内走访过的企业户数（同一企业只计一次）÷ 企业名录户数',
        en: 'distinct firms visited in the period, of the firms on the register',
      },
    },
  },
} as const satisfies Chapter
