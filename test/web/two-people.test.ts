import { describe, expect, it } from 'vitest'
import { expectAccessible, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser, submit } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser()

describe('two people on one issue', () => {
  it('the slower one sees what happened meanwhile, and gives the same again', async () => {
    const id = await anIssue('两个人同时办理', firmAt(5))
    await office().command('finance-1', id, 'acceptAssignment')
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '金融局承办人1', `/issues/${id}`)
    await page.getByRole('button', { name: '阶段答复' }).click()
    await page.getByLabel('答复内容').fill('已与两家银行联系。')
    await office().command('finance-2', id, 'addNote', { text: '另一位承办人的备注' })
    await submit(page, '阶段答复')
    const conflict = page.getByRole('region', { name: '在您填写时发生了这些：' })
    await conflict.getByText('另一位承办人的备注').waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('已与两家银行联系。')
    await expectAccessible(page, 'a conflict')
    await page.getByRole('button', { name: '看过了，仍按所填办理' }).click()
    await page.getByRole('region', { name: '办理经过' }).getByText('已与两家银行联系。').waitFor()
    await close()
  })

  it('what one typed at a desk waits for the same person, and is not shown to the next', async () => {
    const id = await anIssue('换人坐到同一台电脑前', firmAt(7))
    await office().command('finance-1', id, 'acceptAssignment')
    const { page, close } = await somebody(browser())
    const opensAs = async (name: string) => {
      await signIn(page, origin(), name, `/issues/${id}`)
      await page.getByRole('region', { name: '办理', exact: true }).waitFor()
    }
    await opensAs('金融局承办人1')
    await page.getByRole('button', { name: '阶段答复' }).click()
    await page.getByLabel('答复内容').fill('只写了一半')
    const leave = async () => {
      await page.getByRole('button', { name: '退出' }).click()
      await page.waitForURL(`${origin()}/**`)
      await page.getByRole('button', { name: '登录' }).waitFor()
    }
    await leave()
    await opensAs('金融局承办人2')
    await page.getByRole('button', { name: '阶段答复' }).click()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('')
    await leave()
    await opensAs('金融局承办人1')
    expect(await page.getByLabel('答复内容').inputValue()).toBe('只写了一半')
    await close()
  })

  it('a step that may not be taken is disabled and says why', async () => {
    const id = await anIssue('谁能办哪一步', firmAt(6))
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '一线队员1', `/issues/${id}`)
    await page.getByText('暂不能办理的步骤').click()
    const accept = page.getByRole('button', { name: '签收', exact: true })
    expect(await accept.isDisabled()).toBe(true)
    expect(await page.getByRole('listitem').filter({ has: accept }).textContent()).toMatch(
      /不能办理这一步|不归/,
    )
    await close()
  })
})
