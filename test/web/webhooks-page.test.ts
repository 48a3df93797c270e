import { describe, expect, it } from 'vitest'
import { aDeadDelivery } from '../support/hooks.ts'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin } = officeAndBrowser()
const admin = '系统管理员'
const bank = '汉安村镇银行'

describe('the administrator, for a bank with a system of its own', () => {
  it('enters an address, hands its secret over once, changes it and ends it', async () => {
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), admin, '/admin')
    await page.getByRole('link', { name: '银行系统推送' }).click()
    await page.getByLabel('银行', { exact: true }).selectOption({ label: bank })
    const form = page.getByRole('form', { name: '登记推送地址' })
    await form.getByLabel('地址（https）').fill('http://example.cn/hook')
    await form.getByRole('button', { name: '登记' }).click()
    await form.getByRole('alert').first().waitFor()
    await form.getByLabel('地址（https）').fill('https://hooks.example.cn/zhuqi')
    await form.getByLabel('备注').fill('核心系统')
    await form.getByRole('button', { name: '登记' }).click()
    const secret = page.getByLabel('密钥', { exact: true })
    await secret.waitFor()
    const first = await secret.inputValue()
    expect(first).toMatch(/^whsec_/)
    await expectAccessible(page, 'a secret shown once')
    await page.getByRole('button', { name: '已交付，不再显示' }).click()
    expect(await page.content()).not.toContain(first)
    const card = page.getByRole('article', { name: 'https://hooks.example.cn/zhuqi' })
    await card.getByRole('button', { name: '更换密钥' }).click()
    await secret.waitFor()
    expect(await secret.inputValue()).not.toBe(first)
    await card.getByText('旧密钥用至').waitFor()
    await card.getByRole('button', { name: '停用' }).click()
    await card.getByText('停用后不再向这个地址推送').waitFor()
    await card.getByRole('button', { name: '确定停用' }).click()
    await card.getByText('已于').waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('sees what was given up with each of its tries, and delivers it again', async () => {
    const { id } = await aDeadDelivery(office().ask, office().office.container, 'hanan')
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), admin, '/admin/webhooks')
    await page.getByRole('button', { name: '大字' }).click()
    await page.getByText('对方已停用（410）').first().waitFor()
    await page.getByRole('button', { name: `每次尝试 ${id}` }).click()
    await page.getByRole('list', { name: '每次尝试' }).getByText('对方答复出错 410').waitFor()
    await expectAccessible(page, 'a dead letter in large letters on a phone')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: `重新推送 ${id}` }).click()
    await page.getByText('已要求重新推送。').waitFor()
    const { body } = await office().ask('admin', 'GET', `/webhook-deliveries/${id}`)
    expect(body.delivery).toMatchObject({ redeliveries: 1 })
    expect(faults).toEqual([])
    await close()
  })
})
