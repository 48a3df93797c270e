import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser, submit } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser()

describe('a server that is slow, failing or lying', () => {
  const typeReply = async (page: Page) => {
    await page.getByRole('button', { name: '阶段答复' }).click()
    await page.getByLabel('答复内容').fill('写了很久的答复')
  }
  const atIssue = async (content: string, index: number) => {
    const id = await anIssue(content, firmAt(index))
    await office().command('finance-1', id, 'acceptAssignment')
    const person = await somebody(browser())
    await signIn(person.page, origin(), '金融局承办人1', `/issues/${id}`)
    return person
  }

  it.each([
    ['a failing server', 500, '{}', '服务器出错了'],
    ['an answer that is none', 200, '<html>', '服务器出错了'],
  ])('keeps what was typed: %s', async (_, status, body, words) => {
    const { page, close } = await atIssue(`服务器出错 ${status}`, status === 500 ? 7 : 8)
    await typeReply(page)
    await page.route('**/commands/recordReply', (route) => route.fulfill({ status, body }), { times: 1 })
    await submit(page, '阶段答复')
    await page.getByText(words).waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写了很久的答复')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('region', { name: '办理经过' }).getByText('写了很久的答复').waitFor()
    await close()
  })

  it('keeps what was typed when the sign-in ends in the middle, and goes on after signing in again', async () => {
    const { page, close } = await atIssue('登录中途过期', 9)
    await typeReply(page)
    await page.route('**/commands/recordReply', (route) => route.fulfill({ status: 401, body: '{}' }))
    await page.route('**/oidc/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    )
    await submit(page, '阶段答复')
    await page.getByText('还没有登录，或登录已过期。').waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写了很久的答复')
    await page.unrouteAll()
    await page.getByRole('button', { name: '重新登录' }).first().click()
    await page.getByLabel('答复内容').waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写了很久的答复')
    await submit(page, '阶段答复')
    await page.getByRole('region', { name: '办理经过' }).getByText('写了很久的答复').waitFor()
    await close()
  })
})
