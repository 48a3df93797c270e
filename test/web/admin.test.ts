import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { kindsOfReference } from '../../core/reference/records.ts'
import { noticeOf2027 } from '../support/notice-of-2027.ts'
import { until } from '../support/office.ts'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin, anIssue } = officeAndBrowser()

const form = (page: Page) => page.getByRole('form', { name: '登记一条记录' })
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values))
    await form(page).getByLabel(label, { exact: false }).first().fill(value)
}
const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth')

describe('the administrator', () => {
  it('enters a new handler, who can sign in at once; what is missing is said at its field, and nothing typed is lost', async () => {
    const { page, faults, close } = await somebody(browser())
    await signIn(page, origin(), '系统管理员', '/admin')
    await page.getByRole('navigation').getByRole('link', { name: '管理' }).waitFor()
    await page.getByRole('link', { name: '人员' }).click()
    await page.getByRole('button', { name: '登记新记录' }).click()
    await fill(page, { 编号: 'parks-8', 生效日期: '2020-01-01', 来源: '调令2026-8', 名称: '承办人老八' })
    await form(page).getByLabel('岗位').selectOption({ label: '承办人' })
    await form(page).getByRole('button', { name: '登记', exact: true }).click()
    await form(page).getByText('承办人须属于一个部门').waitFor()
    expect(await form(page).getByLabel('编号').inputValue()).toBe('parks-8')
    await expectAccessible(page, 'a form with a fault')
    await form(page)
      .getByLabel('部门', { exact: false })
      .first()
      .selectOption({ label: '园区建设服务局（parks）' })
    await form(page).getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记：parks-8。').waitFor()
    const card = page.getByRole('article', { name: '承办人老八' })
    await card.getByText('系统管理员', { exact: false }).waitFor()
    expect(await card.textContent()).toMatch(/2020-01-01 起.*现行.*来源：调令2026-8/)
    const { status } = await office().ask('parks-8', 'GET', '/issues?queue=unit')
    expect(status).toBe(200)
    expect(faults).toEqual([])
    await close()
  })

  it('adds another validity of a team from a day on, and both are shown with their source', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '系统管理员', '/admin/team')
    await page.getByRole('button', { name: '另登记“第1工作队”的新一期' }).click()
    expect(await form(page).getByLabel('名称').inputValue()).toBe('第1工作队')
    await fill(page, { 生效日期: '2031-01-01', 来源: '更名通知', 名称: '第一工作队' })
    await form(page).getByRole('button', { name: '登记', exact: true }).click()
    const card = page.getByRole('article', { name: '第1工作队' })
    await card.getByText('更名通知', { exact: false }).waitFor()
    expect(await card.textContent()).toMatch(/2031-01-01 起.*未生效.*更名通知.*2020-01-01 起.*现行/)
    await page.getByRole('button', { name: '另登记“第1工作队”的新一期' }).click()
    await fill(page, { 生效日期: '2031-01-01', 来源: '又一份' })
    await form(page).getByRole('button', { name: '登记', exact: true }).click()
    await form(page).getByText('请换一个生效日期', { exact: false }).waitFor()
    await close()
  })
})

describe('the dispatcher', () => {
  it('changes how long ordinary issues may take, in a form that the schema makes', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', '/admin/serviceLevel')
    await page.getByRole('button', { name: '另登记“ordinary”的新一期' }).click()
    await fill(page, { 生效日期: '2031-01-01', 来源: '新的服务承诺' })
    await form(page).getByRole('group', { name: '首次联系' }).getByLabel('工作日').fill('2')
    await form(page).getByLabel('签收：计法').selectOption({ label: '工作分钟' })
    await form(page).getByRole('group', { name: '签收' }).getByLabel('工作分钟').fill('240')
    await form(page).getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记：ordinary。').waitFor()
    const { body } = await office().ask('admin', 'GET', '/reference/serviceLevel')
    expect(body.items).toContainEqual(
      expect.objectContaining({ validFrom: '2031-01-01', contact: { days: 2 }, accept: { minutes: 240 } }),
    )
    await close()
  })

  it('enters a notice of holidays, sees that the year was provisional, and how many due times have moved', async () => {
    await anIssue('流动资金紧张，需贷款500万元。')
    const { page, faults, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', '/admin/calendar')
    await page.getByText('2027年的放假安排尚未公布', { exact: false }).waitFor()
    expect(await page.getByRole('row', { name: /^2027/ }).textContent()).toContain('暂定')
    const year = page.getByRole('form', { name: '登记一年的放假安排' })
    await year.getByLabel('年份').fill('2027')
    await year.getByLabel('来源', { exact: false }).fill('测试用的放假通知')
    await year.getByLabel('放假日期').fill([...noticeOf2027.off, '2027-02-30'].join('\n'))
    await year.getByRole('button', { name: '登记' }).click()
    await year.getByText('日期须形如', { exact: false }).waitFor()
    await year.getByLabel('放假日期').fill(noticeOf2027.off.join(' '))
    await year.getByRole('button', { name: '登记' }).click()
    await page.getByText('已登记2027年的安排', { exact: false }).waitFor()
    await page.getByRole('row', { name: /^2027.*已公布/ }).waitFor()
    expect(await page.getByText('尚未公布', { exact: false }).count()).toBe(0)
    await page.getByRole('button', { name: '重算在办件期限' }).click()
    await page.getByText(/重算完成：已查看 \d+ 件，\d+ 件的期限有变动。/).waitFor()
    await expectAccessible(page, 'the calendar')
    expect(faults).toEqual([])
    await close()
  })

  it('hands over all that one person has in hand, and is told how many', async () => {
    const id = await anIssue('园区外道路积水，车辆进出困难。', undefined, 'other')
    await office().command('parks-1', id, 'acceptAssignment')
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', '/handover')
    await page.getByLabel('部门', { exact: true }).selectOption({ label: '园区建设服务局' })
    await page.getByLabel('移交人').selectOption('parks-1')
    await page.getByLabel('接手人').selectOption('parks-2')
    await page.getByRole('button', { name: '全部移交' }).click()
    await page.getByText(/已移交 [1-9]\d* 件。/).waitFor()
    const handler = async () => {
      const { body } = await office().ask('dispatcher', 'GET', `/issues/${id}`)
      return (body.issue as { work: { handler: string } }).work.handler
    }
    expect(await until(handler, 'the issue in new hands')).toBe('parks-2')
    await expectAccessible(page, 'handing over')
    await close()
  })

  it('reads the directory and does not change it', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', '/admin/user')
    await page.getByRole('article', { name: '系统管理员' }).waitFor()
    expect(await page.getByRole('button', { name: /登记/ }).count()).toBe(0)
    await close()
  })
})

describe('the pages of administration', () => {
  it('are offered to the administrator and the dispatcher alone', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '一线队员1')
    await page.getByRole('navigation').getByRole('link', { name: '登记' }).waitFor()
    expect(await page.getByRole('navigation').getByRole('link', { name: '管理' }).count()).toBe(0)
    await close()
  })

  const devices = [
    ['a phone', phone, 360, kindsOfReference],
    ['a desk', desk, 1440, ['user', 'serviceLevel', 'loanProduct']],
  ] as const
  const manyPagesMs = 180_000
  it.each(devices)('can be used on %s, by everyone, and fit', { timeout: manyPagesMs }, async (...device) => {
    const [, size, width, kinds] = device
    const { page, faults, close } = await somebody(browser(), size)
    await signIn(page, origin(), '系统管理员', '/admin')
    await page.getByRole('heading', { level: 1, name: '管理' }).waitFor()
    await expectAccessible(page, '/admin')
    for (const path of ['calendar', ...kinds]) {
      await page.goto(`${origin()}/admin/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const adds = page.getByRole('button', { name: '登记新记录' })
      if (path !== 'calendar') {
        await adds.click()
        await form(page).waitFor()
      }
      await expectAccessible(page, `/admin/${path}`)
      expect(await widthOf(page), path).toBeLessThanOrEqual(width)
    }
    expect(faults).toEqual([])
    await close()
  })
})
