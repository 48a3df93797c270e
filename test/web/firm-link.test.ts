import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser, submit } from './story.ts'

const texts: { to: string; text: string }[] = []
const { anIssue, browser, office, origin, stageOf } = officeAndBrowser(() => ({
  sms: async (to, text) => {
    texts.push({ to, text })
  },
}))

/** An issue that waits for the firm's word, logged by the team that is signed in below. */
const toConfirm = async (index: number) => {
  const { command } = office()
  const contact = { name: '王芳', phone: '138-9001-2345' }
  const id = await anIssue('流动资金紧张', firmAt(index), 'financing', { contact })
  await command('finance-1', id, 'acceptAssignment')
  await command('finance-1', id, 'recordContact', { channel: 'phone' })
  await command('finance-1', id, 'proposeClosure', { closure: 'solved', text: '已放款。' })
  return id
}

describe("the firm's link at a desk", () => {
  it('is shown as text and as a picture, made anew with the old one ended, and texted to the contact', async () => {
    const id = await toConfirm(6)
    const { page, faults, close } = await somebody(browser())
    await signIn(page, origin(), '一线队员1', `/issues/${id}`)
    await page.getByRole('button', { name: '生成链接' }).click()
    const address = page.getByRole('textbox', { name: '企业链接' })
    const first = await address.inputValue()
    const picture = page.getByRole('img', { name: '企业链接的二维码' })
    const drawn = () => picture.locator('path').last().getAttribute('d')
    await picture.locator('path').last().waitFor()
    const firstPicture = await drawn()
    await page.getByText(/链接有效至 \d{4}/).waitFor()
    await expectAccessible(page, "the firm's link with its picture")

    await page.getByRole('button', { name: '重新生成链接' }).click()
    await until(async () => (await address.inputValue()) !== first, 'another link')
    await until(async () => (await drawn()) !== firstPicture, 'another picture')
    const boss = await somebody(browser(), phone)
    await boss.page.goto(first)
    await boss.page.getByText('链接无效、已过期或已作废').waitFor()

    await page.getByRole('button', { name: '短信发给联系人' }).click()
    await page.getByText('已发短信到 138****2345').waitFor()
    expect(await address.count(), 'a link on the screen that only the contact is to have').toBe(0)
    await boss.page.goto(/http\S+?(?=，)/.exec(texts.at(-1)?.text ?? '')?.[0] ?? '')
    await boss.page.getByRole('heading', { name: firmAt(6).name }).waitFor()

    await page.reload()
    await page.getByText(/链接有效至 \d{4}/).waitFor()
    expect(faults).toEqual([])
    await boss.close()
    await close()
  })

  it('is not needed where the firm has signed a form: it is scanned in and named', async () => {
    const id = await toConfirm(7)
    const { page, faults, close } = await somebody(browser())
    await signIn(page, origin(), '一线队员1', `/issues/${id}`)
    await page.getByRole('button', { name: '企业确认' }).click()
    const form = page.getByRole('form', { name: '企业确认' })
    await form.getByRole('radio', { name: '已解决', exact: true }).check()
    await form.getByRole('radio', { name: '签字确认表' }).check()
    await submit(page, '企业确认')
    await form.getByText('请选定已上传的签字件').waitFor()
    await page.getByLabel('添加照片或文件').setInputFiles({
      name: '确认表.png',
      mimeType: 'image/png',
      buffer: Buffer.from('iVBORw0KGgo=', 'base64'),
    })
    await form.getByLabel('签字确认表（先在附件处上传）').selectOption({ label: '确认表.png' })
    await expectAccessible(page, 'a confirmation by a signed form')
    await submit(page, '企业确认')
    // The file came after the form was opened: what was typed stays, and is sent once more.
    await page.getByRole('button', { name: '看过了，仍按所填办理' }).click()
    await until(async () => (await stageOf(id)) === 'closed', 'the confirmation')
    expect(faults).toEqual([])
    await close()
  })
})
