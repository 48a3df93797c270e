import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { movableClock } from '../../local/clock.ts'
import { until } from '../support/office.ts'
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const aDayAgo = () => movableClock(new Date(Date.now() - 30 * 3600 * 1000))
let clock = aDayAgo()
const { anIssue, browser, office, origin } = officeAndBrowser(() => {
  clock = aDayAgo()
  return { clock }
})
const day = () => clock.now().toISOString().slice(0, 10)

describe('the auditor', () => {
  it('sees each day with its seal, finds a line by kind, person and issue, takes it out, and checks the day', async () => {
    const id = await anIssue('要给审计看的一件')
    await office().command('finance-1', id, 'acceptAssignment')
    await office().ask('admin', 'GET', `/issues/${id}`)
    const { container, functions, plainTable } = office().office
    await container.audit.settled()
    const worked = day()
    await clock.advance(26 * 3600 * 1000)
    await functions.sealDays.scheduled()

    const { page, faults, close } = await somebody(browser())
    await signIn(page, origin(), '审计员', '/audit')
    await page.getByLabel('月份').fill(worked.slice(0, 7))
    const row = page.getByRole('row').filter({ hasText: worked })
    await row.getByText('已封存', { exact: true }).waitFor()
    await row.getByRole('button', { name: worked }).click()

    await page.getByRole('button', { name: '核对这一天' }).click()
    await page.getByText(/已封存；核对了 \d+ 条记录链、\d+ 行，全部相符/).waitFor()
    await expectAccessible(page, 'the audit of a day')

    const lines = page.getByRole('table', { name: '记录' }).getByRole('row')
    await page.getByLabel('事项').selectOption({ label: '未获准' })
    await page.getByLabel('用户编号').fill('admin')
    await page.getByLabel('诉求编号、信用代码或其他对象').fill(id)
    await page.getByRole('button', { name: '筛选' }).click()
    await until(async () => (await lines.count()) === 2, 'the one refusal')
    expect(await lines.nth(1).textContent()).toMatch(
      new RegExp(`系统管理员（admin）.*未获准.*${id}.*notAllowed`),
    )
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    const file = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect([file.length, file[1]?.includes(id), file[2]?.startsWith('导出人 auditor')]).toEqual([
      3,
      true,
      true,
    ])

    const event = await plainTable.get({ pk: `ISSUE#${id}`, sk: 'EVENT#000002' })
    if (!event) throw new Error('the issue has no second event')
    await plainTable.transact([{ put: { ...event, by: 'somebody-else' } }])
    await page.getByRole('button', { name: '核对这一天' }).click()
    await page
      .getByRole('list', { name: '不符之处' })
      .getByText(`ISSUE#${id} EVENT#000002：内容被改动`)
      .waitFor()
    await row.getByText('已封存', { exact: true }).waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('reads it on a phone without scrolling the page sideways; nobody else is offered the page', async () => {
    const auditor = await somebody(browser(), phone)
    await signIn(auditor.page, origin(), '审计员', '/audit')
    await auditor.page.getByRole('table', { name: '每日封存' }).waitFor()
    await expectAccessible(auditor.page, 'the audit on a phone')
    expect(await auditor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await auditor.close()
    const admin = await somebody(browser())
    await signIn(admin.page, origin(), '系统管理员', '/audit')
    await admin.page
      .getByText(/不能|无权|未获准|没有权限/)
      .first()
      .waitFor()
    expect(await admin.page.getByRole('navigation').getByRole('link', { name: '审计' }).count()).toBe(0)
    await admin.close()
  })
})
