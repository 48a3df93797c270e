import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { browser, office, origin, anIssue } = officeAndBrowser()
const firm = firmAt(7)
const box = { name: '企业的资料权利' }

describe.each([
  ['a phone', phone],
  ['a desk', desk],
] as const)('on %s', (where, device) => {
  it('the service centre gives a firm a copy of all that is held about it', async () => {
    await anIssue(`厂区门前积水，标记寅，${where}。`, firm, 'other')
    const { page, faults, close } = await somebody(browser(), device)
    await signIn(page, origin(), '调度员', `/firms/${firm.uscc}`)
    const section = page.getByRole('region', box)
    await section.getByLabel('如何核实申请人').selectOption('sealedLetter')
    const downloaded = page.waitForEvent('download')
    await section.getByRole('button', { name: '下载全部资料' }).click()
    const file = await downloaded
    expect(file.suggestedFilename()).toContain(firm.uscc)
    expect(readFileSync(await file.path(), 'utf8')).toContain('标记寅')
    await expectAccessible(page, 'the firm with its requests')
    expect(faults).toEqual([])
    await close()
  })

  it('and erases what may go, shown with what stays and the law by which it stays', async () => {
    const id = await anIssue(`厂区门前又积水，标记卯，${where}。`, firm, 'other')
    await office().command('official-1', id, 'withdrawIssue', { text: '已解决' })
    const { page, faults, close } = await somebody(browser(), device)
    await signIn(page, origin(), '调度员', `/firms/${firm.uscc}`)
    const section = page.getByRole('region', box)
    const button = section.getByRole('button', { name: '删除个人信息' })
    await section.getByLabel('如何核实申请人').selectOption('inPerson')
    expect(await button.isDisabled()).toBe(true)
    await section.getByLabel('已告知企业：删除后不能恢复').check()
    await button.click()
    await section.getByText(`${id}：联系人姓名和电话、诉求内容、答复、备注等文字、附件`).waitFor()
    await section.getByText('《档案法》第十三条、第十四条').waitFor()
    await expectAccessible(page, 'the firm with the answer')
    expect(faults).toEqual([])
    await page.goto(`${origin()}/issues/${id}`)
    await page.getByText('（已按企业申请删除）').first().waitFor()
    await close()
  })
})

it('nobody else is offered it', async () => {
  const { page, close } = await somebody(browser())
  await signIn(page, origin(), '一线队员3', `/firms/${firm.uscc}`)
  await page.getByRole('heading', { name: firm.name }).waitFor()
  expect(await page.getByRole('region', box).count()).toBe(0)
  await close()
})
