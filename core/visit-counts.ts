import type { Visit } from './api/firms-and-visits.ts'

/** What a visit adds to the counts of its month. Firms are counted per visit here; coverage counts each firm once. */
export const countsOfVisit = ({ kind, noIssues, trained, leaflets }: Visit): Record<string, number> => ({
  [kind]: 1,
  ...(noIssues && { noIssues: 1 }),
  ...(trained && { trained }),
  ...(leaflets && { leaflets }),
})

/** The counts that such an office publishes, in the order in which it does; what each is made of. */
export const publishedCounts = {
  forum: {
    zh: '恳谈会',
    en: 'forums held',
    formula: { zh: '当月召开的恳谈会场次', en: 'forums on days of the month' },
  },
  visit: {
    zh: '走访',
    en: 'visits',
    formula: { zh: '当月走访次数，含“本次无诉求”', en: 'visits of the month, those without issues too' },
  },
  noIssues: {
    zh: '其中无诉求',
    en: 'of these without issues',
    formula: { zh: '标为“本次无诉求”的走访和恳谈会', en: 'visits and forums said to have no issues' },
  },
  accepted: {
    zh: '受理诉求',
    en: 'problems taken on',
    formula: {
      zh: '当月登记，不计不予受理、撤回和并案',
      en: 'logged in the month, less declined, withdrawn and merged',
    },
  },
  solved: {
    zh: '企业确认已解决',
    en: 'solved, in the words of firms',
    formula: {
      zh: '当月登记的诉求中企业确认已解决的件数；部门办结不算',
      en: 'of those logged in the month, solved in the firm’s own words; the department’s word does not count',
    },
  },
  trained: {
    zh: '政策培训人次',
    en: 'person-times of policy training',
    formula: { zh: '记在走访和恳谈会上的培训人次', en: 'as counted at visits and forums' },
  },
  leaflets: {
    zh: '发放资料',
    en: 'leaflets given out',
    formula: { zh: '记在走访和恳谈会上的资料份数', en: 'as counted at visits and forums' },
  },
  fairs: {
    zh: '招聘会',
    en: 'job fairs held',
    formula: { zh: '当月举办的招聘会场次', en: 'fairs on days of the month' },
  },
  fairLeaflets: {
    zh: '招聘会发放资料',
    en: 'leaflets given out at fairs',
    formula: { zh: '记在招聘会上的资料份数', en: 'as counted at fairs' },
  },
  hired: {
    zh: '到岗人数',
    en: 'people hired',
    formula: {
      zh: '当月登记的用工诉求中实际到岗的人数；意向不算',
      en: 'who came to work, of hiring issues logged in the month; an intention does not count',
    },
  },
  firms: {
    zh: '在册企业',
    en: 'firms on the register',
    formula: { zh: '现在名册上的企业户数', en: 'as of now' },
  },
  withLiaison: {
    zh: '有包联干部的企业',
    en: 'firms with a liaison',
    formula: { zh: '现在名册上有包联干部的企业户数', en: 'as of now' },
  },
} as const
export type CountName = keyof typeof publishedCounts
export const countNames = Object.keys(publishedCounts) as [CountName, ...CountName[]]
