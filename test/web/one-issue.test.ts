import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser, submit } from './story.ts'

const { browser, office, origin, stageOf } = officeAndBrowser()

const chooseFirm = async (page: Page, firm: { name: string }) => {
  await page.getByLabel('企业名称或信用代码').fill(firm.name)
  await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
}

describe('an issue, from the workshop to the firm that says it is solved', () => {
  it('is logged on a phone, accepted and closed at a desk, and confirmed by the firm on its link', async () => {
    const firm = firmAt(0)
    const official = await somebody(browser(), phone)
    await signIn(official.page, origin(), '一线队员1', '/log')
    const started = performance.now()
    await chooseFirm(official.page, firm)
    await official.page.getByRole('radio', { name: '融资' }).check()
    await official.page
      .getByLabel('企业说了什么')
      .pressSequentially('流动资金紧张，希望贷款200万元，一年期。', { delay: 60 })
    await official.page.getByLabel('资金需求（万元）').fill('200')
    await expectAccessible(official.page, 'logging on a phone')
    await official.page.getByRole('button', { name: '保存并发送' }).click()
    const link = official.page.getByRole('status').getByRole('link')
    const id = (await link.textContent()) ?? ''
    expect(performance.now() - started, 'milliseconds for a visit with one issue').toBeLessThan(60_000)
    expect(id).toMatch(/^\d{8}-/)
    await until(async () => (await stageOf(id)) === 'assigned', 'the issue at its department')

    const handler = await somebody(browser())
    await signIn(handler.page, origin(), '金融局承办人1')
    await handler.page.getByRole('link', { name: firm.name }).click()
    await handler.page.getByRole('button', { name: '签收', exact: true }).click()
    await submit(handler.page, '签收')
    await handler.page.getByRole('button', { name: '记录首次联系' }).click()
    await handler.page.getByRole('radio', { name: '电话' }).check()
    await submit(handler.page, '记录首次联系')
    await handler.page.getByRole('button', { name: '申请办结' }).click()
    await handler.page.getByLabel('办结类型').selectOption({ label: '已解决' })
    await handler.page.getByLabel('说明').fill('已对接银行，放款200万元。')
    await submit(handler.page, '申请办结')
    await handler.page.getByRole('listitem').filter({ hasText: '申请办结 · 已解决' }).waitFor()
    await expectAccessible(handler.page, 'an issue at a desk')

    await official.page.goto(`${origin()}/issues/${id}`)
    await official.page.getByRole('button', { name: '生成链接' }).click()
    const url = await official.page.getByRole('textbox', { name: '企业链接' }).inputValue()

    const boss = await somebody(browser(), phone)
    await boss.page.goto(url)
    await boss.page.getByRole('heading', { name: firm.name }).waitFor()
    await expectAccessible(boss.page, "the firm's link")
    await boss.page.getByRole('radio', { name: '已解决', exact: true }).check()
    await boss.page.getByRole('radio', { name: '满意', exact: true }).check()
    await boss.page.getByRole('button', { name: '提交' }).click()
    await boss.page.getByText('您的确认：已解决').waitFor()
    expect(await stageOf(id)).toBe('closed')
    for (const person of [official, handler, boss]) {
      expect(person.faults).toEqual([])
      await person.close()
    }
  })

  it('is logged with a firm that was not known, and says what is wrong with its code', async () => {
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员2', '/log')
    await page.getByLabel('企业名称或信用代码').fill('内江尚未登记')
    await page.getByRole('button', { name: '登记新企业' }).click()
    await page.getByLabel('企业名称').fill('内江尚未登记有限公司')
    await page.getByLabel('统一社会信用代码').fill('91511099')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByText('统一社会信用代码应为18位').waitFor()
    await page.getByLabel('统一社会信用代码').fill('91511099MA6000016Y')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByRole('checkbox', { name: '本次无诉求' }).check()
    await page.getByRole('button', { name: '保存并发送' }).click()
    await page.getByText('已登记。').waitFor()
    const { status } = await office().ask('official-2', 'GET', '/firms/91511099MA6000016Y')
    expect(status).toBe(200)
    await close()
  })
})
