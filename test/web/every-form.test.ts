import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { financing } from '../support/financing.ts'
import { today } from '../support/today.ts'
import { signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser()

/** A form of the portal: who fills it in, where, how it is opened again after a reload, and what is typed. */
type Form = {
  user: string
  at: () => Promise<string>
  open: (page: Page) => Promise<void>
  form: string
  send: string
  /** By label, what is typed; the first is looked for afterwards. */
  typed: readonly (readonly [label: string, value: string])[]
  /** A radio button that has to be chosen too. */
  chosen?: string
  posts: string
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()
let next = 0
const newFirm = () => firmAt(next++)
const atIssue = async (category: string, user: string) => {
  const id = await anIssue(`表单测试第${next}件`, newFirm(), category)
  await office().command(user, id, 'acceptAssignment')
  return `/issues/${id}`
}
const on = today()

const forms: Readonly<Record<string, Form>> = {
  'a step of an issue': {
    user: '金融局承办人1',
    at: () => atIssue('financing', 'finance-1'),
    open: (page) => press(page, '阶段答复'),
    form: '阶段答复',
    send: '确定',
    typed: [['答复内容', '写了很久的答复']],
    posts: '**/commands/recordReply',
  },
  'the need of a loan': {
    user: '金融局承办人1',
    at: () => atIssue('financing', 'finance-1'),
    open: (page) => press(page, '登记融资需求'),
    form: '登记融资需求',
    send: '确定',
    typed: [
      ['资金需求（万元）', '321'],
      ['期限（月）', '18'],
    ],
    posts: '**/commands/recordNeed',
  },
  'a post': {
    user: '人才局承办人1',
    at: () => atIssue('hiring', 'talent-1'),
    open: (page) => press(page, '添加岗位'),
    form: '登记岗位',
    send: '确定',
    typed: [
      ['岗位名称', '数控铣工'],
      ['人数', '7'],
    ],
    chosen: '全职',
    posts: '**/commands/addPost',
  },
  "a bank's answer": {
    user: '甜城银行客户经理',
    at: async () => {
      const words = `表单里的银行答复${newFirm().uscc}`
      const { id } = await financing(office()).invited(['tiancheng'], 'finance-1', { content: words })
      return `/banks/${id}-R01`
    },
    open: (page) => press(page, '请补材料'),
    form: '请补材料',
    send: '确定',
    typed: [['需要补充什么', '近两年财务报表和纳税申报表']],
    posts: '**/commands/askPapers',
  },
  "a firm's certificate": {
    user: '一线队员1',
    at: async () => `/firms/${newFirm().uscc}`,
    open: (page) => press(page, '登记资质证书'),
    form: '登记资质证书',
    send: '确定',
    typed: [
      ['资质', '高新技术企业'],
      ['证书编号', 'GR202651000009'],
      ['有效期至', '2099-12-31'],
    ],
    posts: '**/commands/recordCertificate',
  },
  'a job fair': {
    user: '人才局承办人1',
    at: async () => '/fairs',
    open: (page) => press(page, '登记招聘会'),
    form: '登记招聘会',
    send: '保存',
    typed: [
      ['名称', '表单测试专场'],
      ['地点', '白马园区广场'],
    ],
    posts: '**/api/v1/fairs',
  },
  'a record of the directory': {
    user: '系统管理员',
    at: async () => '/admin/team',
    open: (page) => press(page, '登记新记录'),
    form: '登记一条记录',
    send: '登记',
    typed: [
      ['编号', 'team-98'],
      ['生效日期', on],
      ['来源', '表单测试'],
      ['名称', '第98工作队'],
    ],
    posts: '**/api/v1/reference/team',
  },
  "a year's holidays": {
    user: '调度员',
    at: async () => '/admin/calendar',
    open: async () => {},
    form: '登记一年的放假安排',
    send: '登记',
    typed: [
      ['来源', '表单测试的通知'],
      ['年份', '2031'],
    ],
    posts: '**/api/v1/calendar/years',
  },
  "the address of a bank's own system": {
    user: '系统管理员',
    at: async () => '/admin/webhooks',
    open: async () => {},
    form: '登记推送地址',
    send: '登记',
    typed: [
      ['地址（https）', 'https://hooks.example.cn/form-test'],
      ['备注', '表单测试的核心系统'],
    ],
    posts: '**/api/v1/banks/*/webhooks',
  },
}

const inForm = (page: Page, { form }: Form) => page.getByRole('form', { name: form })
const field = (page: Page, form: Form, label: string) =>
  inForm(page, form).getByLabel(label, { exact: false }).first()
const fillIn = async (page: Page, form: Form) => {
  await inForm(page, form).waitFor()
  for (const [label, value] of form.typed) await field(page, form, label).fill(value)
  if (form.chosen) await inForm(page, form).getByRole('radio', { name: form.chosen }).check()
}
const send = (page: Page, form: Form) =>
  inForm(page, form).getByRole('button', { name: form.send, exact: true }).click()
const expectAllThere = async (page: Page, form: Form, when: string) => {
  await inForm(page, form).waitFor()
  for (const [label, value] of form.typed)
    expect(await field(page, form, label).inputValue(), `${label}, ${when}`).toBe(value)
  if (form.chosen)
    expect(await inForm(page, form).getByRole('radio', { name: form.chosen }).isChecked(), when).toBe(true)
}

const conflict = {
  type: 'about:blank',
  title: '刚才有人先办了',
  titleEn: 'somebody was faster',
  status: 412,
  code: 'changedMeanwhile',
}
/** No two in a row say the same, so that what is read is the answer to this attempt. */
const failures = [
  ['the server fails', { status: 500, body: '{}' }, '服务器出错了'],
  ['the server does not answer', 'abort', '连不上网络'],
  ['the server lies', { status: 200, body: '<html>' }, '服务器出错了'],
  [
    'somebody was faster',
    { status: 412, contentType: 'application/problem+json', body: JSON.stringify(conflict) },
    '刚才有人先办了',
  ],
] as const

describe.each(Object.entries(forms))('%s', (_, form) => {
  it('loses nothing that was typed when the server fails, lies, is away or was changed, nor by a reload', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), form.user, await form.at())
    await form.open(page)
    await fillIn(page, form)
    for (const [what, answer, words] of failures) {
      await page.route(
        form.posts,
        (route) => (answer === 'abort' ? route.abort('timedout') : route.fulfill(answer)),
        { times: 1 },
      )
      await send(page, form)
      await page.getByText(words).first().waitFor()
      await expectAllThere(page, form, what)
    }
    await page.reload()
    await expectAllThere(page, form, 'after a reload')
    await close()
  })

  it('loses nothing when the sign-in ends in the middle, and goes on after another', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), form.user, await form.at())
    await form.open(page)
    await fillIn(page, form)
    await page.route(form.posts, (route) => route.fulfill({ status: 401, body: '{}' }))
    await page.route('**/oidc/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    )
    await send(page, form)
    await page.getByText('还没有登录，或登录已过期。').waitFor()
    await expectAllThere(page, form, 'when the sign-in has ended')
    await page.unrouteAll()
    await page.getByRole('button', { name: '重新登录' }).first().click()
    await expectAllThere(page, form, 'after signing in again')
    await close()
  })
})
