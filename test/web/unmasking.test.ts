import { expect, it } from 'vitest'
import { expectAccessible, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { anIssue, browser, origin } = officeAndBrowser()

it('the manager sees the number behind the stars after saying what it is needed for', async () => {
  const contact = { name: '吴佳宁', phone: '13912345678' }
  const id = await anIssue('厂区外道路夜间没有照明。', firmAt(2), 'other', { contact })
  const { page, faults, close } = await somebody(browser())
  await signIn(page, origin(), '分管领导', `/issues/${id}`)
  await page.getByText('吴* 139****5678').waitFor()
  await page.getByRole('button', { name: '显示完整联系方式' }).click()
  const show = page.getByRole('button', { name: '查看', exact: true })
  expect(await show.isDisabled()).toBe(true)
  await page.getByLabel('查看理由').fill('电话抽查')
  await expectAccessible(page, 'asking for a number')
  await show.click()
  await page.getByText('吴佳宁 13912345678').waitFor()
  expect(faults).toEqual([])
  await close()
})
