import { describe, expect, it } from 'vitest'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { browser, office, origin, anIssue } = officeAndBrowser()

const fits = async (page: import('playwright-core').Page, most: number) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(most)

describe.each([
  ['a phone', phone, 360],
  ['a desk', desk, 1440],
] as const)('on %s', (_, device, width) => {
  const pages = [
    ['/firms', '一线队员3'],
    [`/firms/${firmAt(0).uscc}`, '一线队员3'],
    ['/forum', '一线队员3'],
    ['/policies', '分管领导'],
    ['/counts', '分管领导'],
  ] as const
  it.each(pages)('%s can be used by everyone', async (path, user) => {
    const { page, faults, close } = await somebody(browser(), device)
    await signIn(page, origin(), user, path)
    await page.getByRole('heading', { level: 2 }).or(page.getByRole('listitem')).first().waitFor()
    await expectAccessible(page, path)
    await fits(page, width)
    expect(faults).toEqual([])
    await close()
  })
})

describe('a meeting', () => {
  it('is typed with the keyboard alone, kept as it is typed, and logged in one go', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '一线队员4', '/forum')
    await page.getByLabel('会议名称').fill('第一次恳谈会')
    await page.getByLabel('企业 1').focus()
    const line = async (number: number, firm: { name: string }, digit: string, words: string) => {
      await page.keyboard.type(firm.name)
      await page
        .getByRole('list', { name: `找到的企业 ${number}` })
        .getByRole('button')
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press(digit)
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
    }
    await line(1, firmAt(20), '1', '缺十名普工')
    await page.getByLabel('企业 2').waitFor()
    await line(2, firmAt(21), '5', '门口积水')
    // A draft is kept a moment after the last key; nobody reloads within it.
    await page.waitForTimeout(1_000)
    await page.reload()
    expect(await page.getByLabel('内容 2').inputValue()).toBe('门口积水')
    await page.getByRole('button', { name: '全部登记' }).click()
    const links = page.getByRole('status').getByRole('link')
    await links.nth(1).waitFor()
    const { body } = await office().ask('official-4', 'GET', `/issues?firm=${firmAt(21).uscc}`)
    expect(body.items).toMatchObject([{ category: 'other', summary: '门口积水' }])
    await close()
  })

  it('is pasted, a problem a line, and what is missing is said by line', async () => {
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '一线队员5', '/forum')
    await page.getByText('粘贴会议记录').click()
    await page
      .getByLabel('会议记录，一行一件')
      .fill(`${firmAt(22).name}：想贷款200万，用一年\n这一行看不出企业`)
    await page.getByRole('button', { name: '逐行识别' }).click()
    await page.getByLabel('内容 2').waitFor()
    expect(await page.getByLabel('企业 1').inputValue()).toBe(firmAt(22).name)
    expect(await page.getByLabel('类别 1').inputValue()).toBe('financing')
    await page.getByRole('button', { name: '全部登记' }).click()
    await page.getByText('请选择企业；请选择类别（1–5）').waitFor()
    await close()
  })
})

describe('a chat message', () => {
  it('fills the form on a phone, and the issue is copied back without numbers', async () => {
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', '/log')
    await page.getByText('粘贴聊天消息').click()
    await page.getByLabel('聊天消息').fill(`${firmAt(23).name} 想贷款300万，期限两年，联系人赵总 13800001000`)
    await page.getByRole('button', { name: '识别并填入' }).click()
    await page.getByText('已填入，请核对。').waitFor()
    expect(await page.getByLabel('资金需求（万元）').inputValue()).toBe('300')
    await page.getByRole('button', { name: '保存并发送' }).click()
    await page.getByRole('status').getByRole('link').click()
    await page.getByRole('button', { name: '复制到群' }).click()
    const shown = page.getByLabel('给群的文字')
    await page.getByText('已复制，不含电话。').or(shown).first().waitFor()
    if (await shown.isVisible()) expect(await shown.inputValue()).not.toContain('1380000')
    await close()
  })
})

describe("a firm's page", () => {
  it('shows what was asked, takes a certificate, and says which policies fit', async () => {
    const firm = firmAt(24)
    const id = await anIssue('企业页上看得到的一件', firm)
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', `/firms/${firm.uscc}`)
    await page.getByRole('list', { name: '走访与诉求' }).getByRole('link', { name: id }).waitFor()
    await page.getByRole('button', { name: '登记资质证书' }).click()
    const form = page.getByRole('form', { name: '登记资质证书' })
    await form.getByLabel('资质').fill('高新技术企业')
    await form.getByLabel('证书编号').fill('GR202651000001')
    await form.getByLabel('有效期至').fill('2099-12-31')
    await form.getByRole('button', { name: '确定' }).click()
    await page.getByText('高新技术企业 GR202651000001').waitFor()
    await page.getByRole('region', { name: '政策' }).getByText('（示例）高新技术企业研发奖补').click()
    await page.getByText('有“高新技术企业”').waitFor()
    await close()
  })
})
