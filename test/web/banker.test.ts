import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { financing } from '../support/financing.ts'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser, submit } from './story.ts'

const { browser, office, origin } = officeAndBrowser()
const banker = '甜城银行客户经理'
const widthOf = 'document.documentElement.scrollWidth'

/** Counts what a banker does, so that the limit is one of actions and not of what a test happens to call. */
const counting = () => {
  const actions = { count: 0 }
  const act = async (done: Promise<unknown>) => {
    actions.count++
    await done
  }
  return { actions, act }
}

const openReferral = (page: Page, id: string) =>
  page
    .getByRole('list', { name: '推荐' })
    .getByRole('link', { name: `${id}-R01` })
    .click()

describe('a banker', () => {
  it('lands on the own list and approves in at most 60 seconds and 5 actions', async () => {
    const { id } = await financing(office()).invited(['tiancheng'])
    const { page, faults, close } = await somebody(browser(), desk)
    const { actions, act } = counting()
    const started = performance.now()
    await page.goto(`${origin()}/work`)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: banker }).first().click()
    await page.getByRole('heading', { name: '银行推荐' }).waitFor()
    await act(openReferral(page, id))
    await page.getByText('备货甜城启明二期订单').waitFor()
    await act(page.getByRole('button', { name: '银行授信' }).click())
    const form = page.getByRole('form', { name: '银行授信' })
    expect(await form.getByLabel('金额（万元）').inputValue()).toBe('500')
    await act(form.getByLabel('年利率（%）').pressSequentially('3.85', { delay: 60 }))
    await act(form.getByRole('radio', { name: '信用', exact: true }).check())
    await act(submit(page, '银行授信'))
    await page.getByText('已答复：银行授信').waitFor()
    expect(performance.now() - started, 'milliseconds from sign-in to answer').toBeLessThan(60_000)
    expect(actions.count).toBeLessThanOrEqual(5)
    const { body } = await office().ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect(body).toMatchObject({
      state: 'approved',
      offer: { amountYuan: 5_000_000, rateBp: 385, termMonths: 12, credit: 'credit' },
    })
    await expectAccessible(page, 'a referral at a desk')
    expect(faults).toEqual([])
    await close()
  })

  it('sees the outline alone before consent, declines by code, and all of it fits a phone in large letters', async () => {
    const { roundWith, done } = financing(office())
    const id = await roundWith(['tiancheng'], 'finance-1', { content: '想贷款备货，先了解各行条件。' })
    await done('finance-1', id, 'inviteBanks', { anonymously: true })
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), banker, '/banks')
    await page.getByRole('list', { name: '推荐' }).getByText('匿名需求').first().waitFor()
    await expectAccessible(page, 'the list of a bank on a phone')
    await openReferral(page, id)
    await page.getByText('只能看到匿名概要').waitFor()
    await page.getByRole('button', { name: '大字' }).click()
    await page.getByRole('button', { name: '银行未通过' }).click()
    await expectAccessible(page, 'a referral in large letters')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    await page.getByLabel('未通过原因').selectOption({ label: '担保不足' })
    await submit(page, '银行未通过')
    await page.getByText('已答复：银行未通过').waitFor()
    await page.getByText('担保不足').waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('is told what changed when a colleague was faster, and may answer again', async () => {
    const { invited, says } = financing(office())
    const { id } = await invited(['tiancheng'], 'finance-1', { content: '设备更新缺资金三百万元。' })
    const { page, close } = await somebody(browser(), desk)
    await signIn(page, origin(), banker, `/banks/${id}-R01`)
    await page.getByRole('button', { name: '请补材料' }).click()
    await page.getByLabel('需要补充什么').fill('近两年财务报表')
    await says('tiancheng-1', `${id}-R01`, 'acceptReferral')
    await submit(page, '请补材料')
    const changed = page.getByRole('list', { name: '有什么变化' })
    await changed.getByText('已查看 → 已受理').waitFor()
    expect(await page.getByLabel('需要补充什么').inputValue()).toBe('近两年财务报表')
    await page.getByRole('button', { name: '看过了，仍按所填办理' }).click()
    await page.getByText('已答复：请补材料').waitFor()
    await close()
  })
})
