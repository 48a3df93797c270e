import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { expectAccessible, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser(() => ({ idleMinutes: 10 }))

describe('a desk that was left', () => {
  it('is warned of a minute before and signed out at the minute that the office has set, with what was typed still there; then one signs in anew', async () => {
    const id = await anIssue('无人操作的桌面', firmAt(5))
    await office().command('finance-1', id, 'acceptAssignment')
    const { page, close } = await somebody(browser())
    await page.clock.install()
    await signIn(page, origin(), '金融局承办人1', `/issues/${id}`)
    await page.getByRole('button', { name: '阶段答复' }).click()
    await page.getByLabel('答复内容').fill('写到一半的答复')
    const token = await page.evaluate(
      () => JSON.parse(sessionStorage.getItem('zhuqi-session') ?? '{}').access,
    )
    await page.clock.fastForward('09:05')
    await page.getByText('一分钟内将自动退出登录').waitFor()
    await expectAccessible(page, 'the warning')
    await page.getByRole('button', { name: '继续使用' }).click()
    await page.getByText('一分钟内将自动退出登录').waitFor({ state: 'hidden' })

    await page.clock.fastForward('10:05')
    await page.getByRole('button', { name: '重新登录' }).waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写到一半的答复')
    const headers = { authorization: `Bearer ${token}` }
    await until(
      async () => (await fetch(`${origin()}/api/v1/me`, { headers })).status === 401,
      'the session ended',
    )
    await page.getByRole('button', { name: '重新登录' }).click()
    await page.getByText('请选择以谁的身份登录').waitFor()
    await close()
  })
})
