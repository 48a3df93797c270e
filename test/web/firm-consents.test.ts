import { describe, expect, it } from 'vitest'
import { financing, terms } from '../support/financing.ts'
import { expectAccessible, phone, somebody, weighScripts } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin } = officeAndBrowser()
const bank = '甜城银行内江高新支行'
const form = `${bank} · 企业授权`

describe('a firm with its link on a phone', () => {
  it('reads the full text, agrees, chooses an offer, and takes its consent back', async () => {
    const { roundWith, linkOf, done, says } = financing(office())
    const id = await roundWith(['tiancheng'])
    const code = await linkOf(id)
    const { page, faults, close } = await somebody(browser(), phone)
    await page.goto(`${origin()}/t/#${code}`)
    const asked = page.getByRole('form', { name: form })
    await asked.getByText(`提供给“${bank}”`).waitFor()
    await expectAccessible(page, 'consents on a phone')
    await asked.getByRole('button', { name: '同意' }).click()
    await asked.getByText('请勾选提供哪些信息。').waitFor()
    await asked.getByRole('checkbox', { name: '企业名称、统一社会信用代码、园区' }).check()
    await asked.getByRole('checkbox', { name: '资金需求额' }).check()
    await asked.getByLabel('签署人姓名').fill('赵启明')
    await asked.getByRole('radio', { name: '法定代表人' }).check()
    const other = page.getByRole('form', { name: `${bank} · 联系人单独同意` })
    await other.getByLabel('签署人姓名').fill('赵总')
    await asked.getByRole('button', { name: '同意' }).click()
    await page.getByText(`已同意：${form}。`).waitFor()
    expect(await other.getByLabel('签署人姓名').inputValue(), 'what was typed elsewhere').toBe('赵总')

    await done('finance-1', id, 'inviteBanks')
    const seen = await office().ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect(seen.body.fields).toEqual(['identity', 'amount'])
    await says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
    await page.reload()
    await page.getByText('年利率 3.85%').waitFor()
    await page.getByRole('button', { name: `选定${bank}` }).click()
    await page.getByRole('button', { name: '确定选定' }).click()
    await page.getByText(`已选定${bank}。`).waitFor()
    await page.getByText('企业已选定').waitFor()

    await page.getByRole('button', { name: `撤回（${bank}，企业授权）` }).click()
    await page.getByText('撤回后不再向该行提供').waitFor()
    await expectAccessible(page, 'a consent about to be withdrawn')
    await page.getByRole('button', { name: '确定撤回', exact: true }).click()
    await page.getByText('已撤回。', { exact: true }).waitFor()
    const after = await office().ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect(after.body).toMatchObject({ authorised: false, disclosed: {} })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })

  it('is asked in English too, and loses nothing it typed when the network fails', async () => {
    const { roundWith, linkOf } = financing(office())
    const id = await roundWith(['hanan'], 'finance-1', { content: '想换一家银行续贷两百万元。' })
    const { page, close } = await somebody(browser(), phone)
    await page.goto(`${origin()}/t/?lang=en#${await linkOf(id)}`)
    const asked = page.getByRole('form', { name: /the firm's authorisation/ })
    await asked.getByText('The Chinese text is binding.)').waitFor()
    await expectAccessible(page, 'consents in English')
    await asked.getByRole('checkbox', { name: 'amount', exact: true }).check()
    await asked.getByLabel('Name of the person who signs').fill('Zhao')
    await asked.getByRole('radio', { name: 'legal representative' }).check()
    await page.context().setOffline(true)
    await asked.getByRole('button', { name: 'Agree' }).click()
    await asked.getByText('There is no connection').waitFor()
    await page.context().setOffline(false)
    await asked.getByRole('button', { name: 'Agree' }).click()
    await page.getByText(/^Agreed:/).waitFor()
    await close()
  })

  it('gets a page that stays small', async () => {
    const { page, close } = await somebody(browser(), phone)
    const expectWeight = weighScripts(page)
    await page.goto(`${origin()}/t/`)
    await page.getByText('链接不完整').waitFor()
    await expectWeight({ least: 1000, most: 24 * 1024 })
    await close()
  })
})
