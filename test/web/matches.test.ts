import { describe, expect, it } from 'vitest'
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { anIssue, browser, origin } = officeAndBrowser()

describe('matching products', () => {
  it('are shown on a financing issue when asked for, each rule with its answer and reason', async () => {
    const firm = firmAt(0)
    const need = { amountYuan: 9_000_000 }
    const id = await anIssue('流动资金900万元', firm, 'financing', { need })
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', `/issues/${id}`)
    const panel = page.getByRole('region', { name: '可匹配产品' })
    await panel.getByRole('button', { name: '查看可匹配产品' }).click()
    await panel.getByText('园保贷', { exact: true }).waitFor()
    await panel.getByText('小微贷', { exact: true }).click()
    const micro = panel.getByRole('listitem').filter({ hasText: '小微贷' })
    await micro.getByText('贷款金额不超过500万元').waitFor()
    expect(await micro.first().textContent()).toMatch(
      /1条不符合.*不符合 贷款金额不超过500万元 · 900万元.*缺：需求：期限/s,
    )
    expect(await panel.textContent()).toContain('由银行独立决定')
    await expectAccessible(page, 'matching products')
    expect(faults).toEqual([])
    await close()
  })

  it('are not offered on an issue of another kind', async () => {
    const id = await anIssue('缺普工20人', firmAt(1), 'hiring')
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', `/issues/${id}`)
    await page.getByRole('heading', { level: 1, name: firmAt(1).name }).waitFor()
    expect(await page.getByRole('region', { name: '可匹配产品' }).count()).toBe(0)
    await close()
  })
})
