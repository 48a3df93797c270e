import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Busy } from './busy-office.ts'

/** A page as it is shown: its route, who looks at it, where, and what is opened or typed before it is looked at. */
export type Shown = {
  /** As the route table has it; the firm's link and the welcome page have no row there. */
  route: string
  name: string
  /** Nobody is signed in where it is left out. */
  user?: string
  at: (busy: Busy) => string
  ready: (page: Page) => Promise<void>
}

const title = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
const sample = fileURLToPath(new URL('../../../samples/forum-ledger.xlsx', import.meta.url))

const officials: Shown[] = [
  {
    route: '/log',
    name: 'log',
    user: '一线队员1',
    at: () => '/log',
    ready: async (page) => {
      await page.getByLabel('企业名称或信用代码').fill('甜城')
      await page.getByRole('list', { name: '找到的企业' }).getByRole('button').first().click()
      await page.getByRole('radio', { name: '用工' }).check()
      await page.getByLabel('企业说了什么').fill('招不到熟练焊工，缺口20人，请协助对接职业院校。')
      await page.getByLabel('需求岗位').fill('焊工')
      await page.getByLabel('需求人数').fill('20')
    },
  },
  {
    route: '/forum',
    name: 'forum',
    user: '一线队员2',
    at: () => '/forum',
    ready: async (page) => {
      await page.getByLabel('会议名称').fill('三季度银企恳谈会')
      await page.getByLabel('企业 1').fill('甜城')
      await page.getByRole('list', { name: '找到的企业 1' }).getByRole('button').first().waitFor()
    },
  },
  {
    route: '/firms',
    name: 'firms',
    user: '一线队员1',
    at: () => '/firms',
    ready: (page) => page.getByRole('main').getByRole('listitem').first().waitFor(),
  },
  {
    route: '/firms/$uscc',
    name: 'firm',
    user: '一线队员1',
    at: ({ firm }) => `/firms/${firm}`,
    ready: (page) => page.getByRole('list', { name: '走访与诉求' }).getByRole('link').first().waitFor(),
  },
  { route: '/policies', name: 'policies', user: '一线队员1', at: () => '/policies', ready: title('政策') },
  {
    route: '/tax-estimate',
    name: 'tax-estimate',
    user: '一线队员1',
    at: () => '/tax-estimate',
    ready: title('留抵退税估算'),
  },
  {
    route: '/import',
    name: 'import',
    user: '一线队员1',
    at: () => '/import',
    ready: async (page) => {
      await page.getByLabel('台账文件（.xlsx 或 .csv）').setInputFiles(sample)
      await page.getByRole('heading', { name: '预览（还没有导入）' }).waitFor()
    },
  },
  {
    route: '/outbox',
    name: 'outbox',
    user: '一线队员1',
    at: () => '/outbox',
    ready: async (page) => {
      // What was typed for the picture of logging is still there, and is sent where there is no network.
      await title('待发箱')(page)
      await page.getByRole('link', { name: '登记', exact: true }).first().click()
      await page.getByRole('button', { name: '保存并发送' }).waitFor()
      await page.context().setOffline(true)
      await page.getByRole('button', { name: '保存并发送' }).click()
      await page.getByRole('link', { name: '待发' }).first().click()
      await title('待发箱')(page)
      await page.getByRole('main').getByRole('listitem').first().waitFor()
    },
  },
]

const desks: Shown[] = [
  {
    route: '/work',
    name: 'work',
    user: '金融局承办人1',
    at: () => '/work',
    ready: (page) => page.getByText(/^已列出/).waitFor(),
  },
  {
    route: '/issues/$id',
    name: 'issue',
    user: '金融局承办人1',
    at: ({ issue }) => `/issues/${issue}`,
    ready: async (page) => {
      await page.getByRole('button', { name: '申请办结' }).click()
      await page.getByLabel('办结类型').waitFor()
    },
  },
  {
    route: '/issues/$id',
    name: 'issue-banks',
    user: '金融局承办人1',
    at: ({ loan }) => `/issues/${loan}`,
    ready: (page) => page.getByRole('list', { name: '第 1 轮的推荐' }).waitFor(),
  },
  {
    route: '/issues/$id',
    name: 'issue-refund',
    user: '税务局承办人1',
    at: ({ refund }) => `/issues/${refund}`,
    ready: (page) => page.getByRole('list', { name: '还缺什么' }).first().waitFor(),
  },
  {
    route: '/issues/$id',
    name: 'issue-hiring',
    user: '人才局承办人1',
    at: ({ hiring }) => `/issues/${hiring}`,
    ready: (page) => page.getByRole('list', { name: 'P1 招聘进展' }).waitFor(),
  },
  {
    route: '/fairs',
    name: 'fairs',
    user: '人才局承办人1',
    at: () => '/fairs',
    ready: (page) => page.getByText('白马园区春季专场').first().waitFor(),
  },
  {
    route: '/banks',
    name: 'banks',
    user: '甜城银行客户经理',
    at: () => '/banks',
    ready: (page) => page.getByRole('list', { name: '推荐' }).getByRole('link').first().waitFor(),
  },
  {
    route: '/banks/$id',
    name: 'referral',
    user: '汉安银行客户经理',
    at: ({ loan }) => `/banks/${loan}-R02`,
    ready: async (page) => {
      await page.getByRole('button', { name: '银行授信' }).click()
      await page.getByLabel('年利率（%）').waitFor()
    },
  },
]

const offices: Shown[] = [
  {
    route: '/notices',
    name: 'notices',
    user: '金融局承办人1',
    at: () => '/notices',
    ready: (page) => page.getByRole('list', { name: '通知' }).getByRole('listitem').first().waitFor(),
  },
  {
    route: '/figures',
    name: 'figures',
    user: '分管领导',
    at: () => '/figures',
    ready: async (page) => {
      await page.getByRole('table').first().waitFor()
      await page.getByText('图表', { exact: true }).click()
      await page.getByRole('img').first().locator('canvas, svg').first().waitFor()
    },
  },
  {
    route: '/counts',
    name: 'counts',
    user: '分管领导',
    at: () => '/counts',
    ready: (page) => page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    route: '/ledger',
    name: 'ledger',
    user: '分管领导',
    at: () => '/ledger',
    ready: (page) => page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    route: '/audit',
    name: 'audit',
    user: '审计员',
    at: () => '/audit',
    ready: (page) => page.getByRole('row').nth(1).waitFor(),
  },
  {
    route: '/handover',
    name: 'handover',
    user: '分管领导',
    at: () => '/handover',
    ready: title('移交在办件'),
  },
  { route: '/admin', name: 'admin', user: '系统管理员', at: () => '/admin', ready: title('管理') },
  {
    route: '/admin/$kind',
    name: 'admin-kind',
    user: '系统管理员',
    at: () => '/admin/team',
    ready: async (page) => {
      await page.getByRole('button', { name: '登记新记录' }).click()
      await page.getByRole('form', { name: '登记一条记录' }).waitFor()
    },
  },
  {
    route: '/admin/webhooks',
    name: 'admin-webhooks',
    user: '系统管理员',
    at: () => '/admin/webhooks',
    ready: (page) => page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    route: '/admin/calendar',
    name: 'admin-calendar',
    user: '调度员',
    at: () => '/admin/calendar',
    ready: (page) => page.getByRole('row').first().waitFor(),
  },
]

const withoutAccount: Shown[] = [
  {
    route: '/',
    name: 'welcome',
    at: () => '/',
    ready: (page) => page.getByRole('button', { name: '登录' }).waitFor(),
  },
  {
    route: '/t',
    name: 'link',
    at: ({ link }) => link,
    ready: (page) => page.getByRole('button', { name: '提交' }).waitFor(),
  },
  {
    route: '/t',
    name: 'link-consents',
    at: ({ consents }) => consents,
    ready: (page) => page.getByRole('form').first().waitFor(),
  },
  {
    route: '/t',
    name: 'link-offers',
    at: ({ offers }) => offers,
    ready: (page) => page.getByText('年利率').first().waitFor(),
  },
  {
    route: '/b',
    name: 'bank-link',
    at: ({ bankLink }) => bankLink,
    ready: (page) => page.getByRole('form').first().or(page.getByRole('button').first()).first().waitFor(),
  },
]

export const everyPage: readonly Shown[] = [...withoutAccount, ...officials, ...desks, ...offices]

/** Passed through in a moment, with nothing on it to be looked at. */
export const passedThrough = ['/signed-in']
