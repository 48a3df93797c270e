import type { Role } from '../../../core/words.ts'
import type { Word } from '../words/language-of.ts'

/** Pages that a person opens from anywhere; `/` brings each to the first that is named for the role. */
const words = {
  '/work': { zh: '工作台', en: 'Work' },
  '/log': { zh: '登记', en: 'Log' },
  '/forum': { zh: '恳谈会', en: 'Forum' },
  '/banks': { zh: '银行推荐', en: 'Referrals' },
  '/firms': { zh: '企业', en: 'Firms' },
  '/policies': { zh: '政策', en: 'Policies' },
  '/fairs': { zh: '招聘会', en: 'Fairs' },
  '/tax-estimate': { zh: '退税估算', en: 'Tax estimate' },
  '/import': { zh: '导入', en: 'Import' },
  '/ledger': { zh: '台账', en: 'Ledger' },
  '/counts': { zh: '工作量', en: 'Counts' },
  '/figures': { zh: '指标', en: 'Figures' },
  '/handover': { zh: '移交', en: 'Hand over' },
  '/admin': { zh: '管理', en: 'Administration' },
  '/audit': { zh: '审计', en: 'Audit' },
  '/outbox': { zh: '待发', en: 'Outbox' },
} as const satisfies Record<string, Word>

export type PagePath = keyof typeof words

/** Opened many times a day first: three stand in the bar of a phone, all of `daily` on a desk. */
const pages: Partial<Record<Role, { daily: readonly PagePath[]; seldom: readonly PagePath[] }>> = {
  official: {
    daily: ['/work', '/log', '/firms', '/forum', '/policies'],
    seldom: ['/fairs', '/tax-estimate', '/import', '/ledger'],
  },
  dispatcher: {
    daily: ['/work', '/log', '/firms', '/banks', '/figures'],
    seldom: ['/forum', '/import', '/ledger', '/policies', '/fairs', '/tax-estimate', '/counts', '/admin'],
  },
  handler: {
    daily: ['/work', '/banks', '/firms', '/policies', '/fairs'],
    seldom: ['/tax-estimate', '/ledger', '/counts', '/figures', '/handover'],
  },
  manager: {
    daily: ['/figures', '/work', '/banks', '/firms', '/counts'],
    seldom: ['/ledger', '/policies', '/fairs', '/tax-estimate', '/handover'],
  },
  auditor: {
    daily: ['/work', '/figures', '/audit', '/firms', '/banks'],
    seldom: ['/ledger', '/counts', '/policies', '/fairs'],
  },
  banker: { daily: ['/banks'], seldom: [] },
  admin: { daily: ['/admin'], seldom: [] },
}

const none = { daily: [], seldom: [] }

export const pagesOf = (role: Role) => pages[role] ?? none

/** Where someone begins who did not ask for a page. */
export const homeOf = (role: Role): PagePath => pagesOf(role).daily[0] ?? '/work'

export const wordOf = (path: PagePath): Word => words[path]

export const keepsOutbox = (role: Role) => role === 'official' || role === 'dispatcher'
