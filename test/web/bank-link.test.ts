import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { financing } from '../support/financing.ts'
import { desk, expectAccessible, phone, signIn, somebody, weighScripts } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin } = officeAndBrowser()
const widthOf = 'document.documentElement.scrollWidth'
const bank = '大千商业银行内江分行'

const stateOf = async (id: string) =>
  (await office().office.container.issues.load(id))?.issue.financing?.referrals?.[0]

describe('a bank without accounts, at its link', () => {
  it('reads what was consented to and approves in five actions, on a phone and with nothing from elsewhere', async () => {
    const { invited, bankLinkOf } = financing(office())
    const { id } = await invited(['daqian'])
    const { page, faults, close } = await somebody(browser(), phone)
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).origin))
    // As the office hands it out, without the slash.
    await page.goto(`${origin()}/b#${await bankLinkOf(`${id}-R01`)}`)
    await page.getByText('备货甜城启明二期订单').waitFor()
    await page.getByText(`推荐给：${bank}`).waitFor()
    await expectAccessible(page, 'a referral at its link')
    const form = page.getByRole('form', { name: '答复' })
    await form.getByRole('radio', { name: '银行授信' }).check()
    expect(await form.getByLabel('金额（万元）').inputValue()).toBe('500')
    expect(await form.getByLabel('期限（月）').inputValue()).toBe('12')
    await form.getByLabel('年利率（%）').fill('3.85')
    await form.getByLabel('担保方式').selectOption({ label: '信用' })
    await expectAccessible(page, 'an offer half typed')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    await form.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('已收到答复：银行授信。').waitFor()
    await page.getByText('链接到此结束').waitFor()
    expect(await stateOf(id)).toMatchObject({
      state: 'approved',
      offer: { amountYuan: 5_000_000, rateBp: 385, termMonths: 12, credit: 'credit' },
    })
    expect([...hosts]).toEqual([origin()])
    expect(faults).toEqual([])
    await close()
  })

  it('declines by code in English and in large letters', async () => {
    const { invited, bankLinkOf } = financing(office())
    const { id } = await invited(['daqian'], 'finance-1', { content: '扩产缺流动资金四百万元。' })
    const { page, faults, close } = await somebody(browser(), phone)
    await page.goto(`${origin()}/b/?lang=en#${await bankLinkOf(`${id}-R01`)}`)
    const form = page.getByRole('form', { name: 'Answer' })
    await form.getByRole('button', { name: 'Send the answer' }).click()
    await form.getByText('Choose an answer first.').waitFor()
    await form.getByRole('radio', { name: 'decline a referral' }).check()
    await form.getByRole('button', { name: 'Send the answer' }).click()
    await form.getByText('Fill in “Reason”.').waitFor()
    await page.evaluate("document.body.style.fontSize = '36px'")
    await expectAccessible(page, 'an answer in twice the size')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    await form.getByLabel('Reason').selectOption({ label: 'papers are missing' })
    await form.getByRole('button', { name: 'Send the answer' }).click()
    await page.getByText('the link has ended').waitFor()
    expect(await stateOf(id)).toMatchObject({ state: 'declined', decline: { code: 'papersMissing' } })
    expect(faults).toEqual([])
    await close()
  })

  it('asks for papers and is still open, and loses nothing typed when the network fails or a colleague was faster', async () => {
    const { invited, bankLinkOf, done } = financing(office())
    const { id } = await invited(['daqian'], 'finance-1', { content: '应收账款多，周转缺二百万元。' })
    const { page, close } = await somebody(browser(), phone)
    await page.goto(`${origin()}/b/#${await bankLinkOf(`${id}-R01`)}`)
    const form = page.getByRole('form', { name: '答复' })
    await form.getByRole('radio', { name: '请补材料' }).check()
    await form.getByLabel('需要补充什么').fill('近两年审计报告')
    await page.context().setOffline(true)
    await form.getByRole('button', { name: '提交答复' }).click()
    await form.getByText('现在连不上网络').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    expect(await form.getByRole('radio', { name: '请补材料' }).isChecked(), 'after a reload').toBe(true)
    expect(await form.getByLabel('需要补充什么').inputValue(), 'after a reload').toBe('近两年审计报告')
    await done('finance-1', id, 'acceptReferral', { referral: 'R01', source: 'call' })
    await form.getByRole('button', { name: '提交答复' }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: '刚才已有变化' })
      .or(page.getByText('已受理'))
      .first()
      .waitFor()
    await page.getByText('已受理').waitFor()
    expect(await form.getByLabel('需要补充什么').inputValue()).toBe('近两年审计报告')
    await form.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('已收到答复：请补材料。').waitFor()
    await page.getByText('待补材料').waitFor()
    await close()
  })

  it('sees the outline alone before consent, and is told what to do with a link that is not whole', async () => {
    const { roundWith, done, bankLinkOf } = financing(office())
    const id = await roundWith(['daqian'], 'finance-1', { content: '先了解各行条件。' })
    await done('finance-1', id, 'inviteBanks', { anonymously: true })
    const { page, close } = await somebody(browser(), phone)
    await page.goto(`${origin()}/b/#${await bankLinkOf(`${id}-R01`)}`)
    await page.getByRole('heading', { name: '匿名融资需求' }).waitFor()
    await page.getByText('只能看到匿名概要').waitFor()
    expect(await page.getByRole('radio', { name: '银行授信' }).count()).toBe(0)
    await page.goto(`${origin()}/b/`)
    await page.getByText('链接不完整').waitFor()
    await page.goto(`${origin()}/b/#${id}-R01.wrong`)
    await page.getByText('请向推荐单位索取新链接').waitFor()
    await expectAccessible(page, 'a link that does not open')
    await close()
  })

  it('gets a page that stays small', async () => {
    const { page, close } = await somebody(browser(), phone)
    const expectWeight = weighScripts(page)
    await page.goto(`${origin()}/b/`)
    await page.getByText('链接不完整').waitFor()
    await expectWeight({ least: 1000, most: 24 * 1024 })
    await close()
  })
})

describe('the finance office, for a bank without accounts', () => {
  it('makes a link with a text to send, and revokes it', async () => {
    const { invited, byBankLink } = financing(office())
    const { id } = await invited(['daqian'], 'finance-1', { content: '新厂房装修缺一百万元。' })
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '金融局承办人1', `/issues/${id}`)
    const panel = page.getByRole('region', { name: '银行推荐' })
    await panel.getByRole('button', { name: `生成答复链接（${bank}）` }).click()
    const text = await panel.getByLabel(`发给${bank}的文字`).inputValue()
    const code = /\/b#(\S+)$/.exec(text)?.[1] ?? ''
    expect((await byBankLink(code)).status).toBe(200)
    await expectAccessible(page, 'a link for a bank')
    await panel.getByRole('button', { name: `作废链接（${bank}）` }).click()
    await panel.getByText('链接已作废。').waitFor()
    expect((await byBankLink(code)).status).toBe(401)
    expect(faults).toEqual([])
    await close()
  })

  it('takes a reply sheet out, and hands it back after a look at what it says', async () => {
    const { invited } = financing(office())
    const { id } = await invited(['daqian'], 'finance-1', { content: '冷库改造缺六十万元。' })
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '金融局承办人1', `/issues/${id}`)
    const panel = page.getByRole('region', { name: '银行推荐' })
    const saved = page.waitForEvent('download')
    await panel.getByRole('button', { name: `取回执表（${bank}）` }).click()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(readFileSync(await (await saved).path()) as unknown as ArrayBuffer)
    const sheet = workbook.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    const heads = sheet.getRow(1).values as string[]
    sheet.getRow(2).getCell(heads.indexOf('答复')).value = '未通过'
    sheet.getRow(2).getCell(heads.indexOf('未通过原因')).value = '材料不齐'
    const buffer = Buffer.from(await workbook.xlsx.writeBuffer())
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.getByLabel('银行填好的回执表').setInputFiles({ name: '回执表.xlsx', mimeType, buffer })
    const rows = page.getByRole('list', { name: '逐行结果' })
    await rows.getByText('材料不齐').waitFor()
    await expectAccessible(page, 'a reply sheet looked through')
    expect((await stateOf(id))?.state).toBe('invited')
    await page.getByRole('button', { name: '办理 1 件' }).click()
    await rows.getByText('已办理').waitFor()
    expect(await stateOf(id)).toMatchObject({ state: 'declined', decline: { code: 'papersMissing' } })
    expect(faults).toEqual([])
    await close()
  })
})
