import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { financing } from '../support/financing.ts'
import { phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser()

const problem = (status: number, code: string, title: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title, titleEn: title, status, code }),
})

describe('the sheet of a meeting', () => {
  const user = '一线队员6'
  const fillIn = async (page: Page, index: number, words: string) => {
    await page.getByLabel('企业 1').fill(firmAt(index).name)
    await page.getByRole('list', { name: '找到的企业 1' }).getByRole('button').first().click()
    await page.getByLabel('类别 1').selectOption('other')
    await page.getByLabel('内容 1').fill(words)
    await page.getByLabel('会议名称').fill(`${words}的会`)
  }
  const expectAllThere = async (page: Page, index: number, words: string, when: string) => {
    await page.getByLabel('内容 1').waitFor()
    expect(await page.getByLabel('企业 1').inputValue(), when).toBe(firmAt(index).name)
    expect(await page.getByLabel('类别 1').inputValue(), when).toBe('other')
    expect(await page.getByLabel('内容 1').inputValue(), when).toBe(words)
    expect(await page.getByLabel('会议名称').inputValue(), when).toBe(`${words}的会`)
  }
  const send = (page: Page) => page.getByRole('button', { name: '全部登记' }).click()
  const logged = async (index: number, words: string) => {
    const path = `/issues?firm=${firmAt(index).uscc}`
    const { body } = await office().ask('dispatcher', 'GET', path)
    return (body.items as { summary: string }[]).filter(({ summary }) => summary === words).length
  }

  it('keeps every line when it is refused or the sign-in ends, also over a reload and another sign-in', async () => {
    const words = '会上说的，先被拒绝'
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), user, '/forum')
    await fillIn(page, 5, words)
    await page.route('**/api/v1/visits', (route) =>
      route.fulfill(problem(412, 'changedMeanwhile', '刚才有人先办了')),
    )
    await send(page)
    await page.getByText('刚才有人先办了').first().waitFor()
    await expectAllThere(page, 5, words, 'refused')
    await page.reload()
    await expectAllThere(page, 5, words, 'after a reload')
    await page.unrouteAll()
    await page.route('**/api/v1/visits', (route) => route.fulfill({ status: 401, body: '{}' }))
    await page.route('**/oidc/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    )
    await send(page)
    await page.getByText('还没有登录，或登录已过期。').first().waitFor()
    await expectAllThere(page, 5, words, 'when the sign-in has ended')
    await page.unrouteAll()
    await page.getByRole('button', { name: '重新登录' }).first().click()
    await expectAllThere(page, 5, words, 'after signing in again')
    await send(page)
    await page.getByText('已登记。').waitFor()
    expect(await logged(5, words)).toBe(1)
    await close()
  })

  const unheard = [
    ['fails', { status: 500, body: '{}' }, 6],
    ['lies', { status: 200, body: '<html>' }, 7],
    ['does not answer', 'abort', 8],
  ] as const

  it.each(unheard)(
    'waits in the outbox where the server %s, and is logged once',
    async (what, answer, index) => {
      const words = `会上说的，${what}`
      const { page, close } = await somebody(browser())
      await signIn(page, origin(), user, '/forum')
      await fillIn(page, index, words)
      await page.route('**/api/v1/visits', (route) =>
        answer === 'abort' ? route.abort('timedout') : route.fulfill(answer),
      )
      await send(page)
      await page.getByText('已存入待发箱，联网后自动发送。').waitFor()
      await page.getByRole('link', { name: '查看待发箱' }).click()
      await page.getByText(`${words}的会`).first().waitFor()
      await page.unrouteAll()
      await page.getByRole('button', { name: '现在发送' }).click()
      await page.getByText('都已发出，这里是空的。').waitFor()
      expect(await logged(index, words)).toBe(1)
      await close()
    },
  )
})

describe("the firm's page by link", () => {
  const words = '利率比说好的高，想再谈谈'
  const failures = [
    ['服务器出错了', { status: 500, body: '{}' }],
    ['连不上网络', 'abort'],
    ['服务器出错了', { status: 200, body: '<html>' }],
    ['刚才有人先办了', problem(412, 'changedMeanwhile', '刚才有人先办了')],
    ['链接无效、已过期或已作废', problem(401, 'unknownLink', '链接无效、已过期或已作废')],
    ['太久没有回答', 'silence'],
  ] as const

  const failAll = async (page: Page, expectThere: (when: string) => Promise<void>) => {
    for (const [said, answer] of failures) {
      await page.route('**/track/confirmation', (route) => {
        if (answer === 'silence') return undefined
        return answer === 'abort' ? route.abort('timedout') : route.fulfill(answer)
      })
      await page.getByRole('button', { name: '提交' }).click()
      if (answer === 'silence') await page.clock.fastForward(21_000)
      await page.getByRole('alert').filter({ hasText: said }).waitFor()
      await expectThere(said)
      await page.unroute('**/track/confirmation')
    }
  }

  it('keeps the word, the rating and the reasons whatever the server does, and sends them once it answers', async () => {
    const id = await anIssue('企业页面表单测试', firmAt(9))
    for (const [name, input] of [
      ['acceptAssignment', {}],
      ['recordContact', { channel: 'phone' }],
      ['proposeClosure', { closure: 'solved', text: '已放款。' }],
    ] as const)
      await office().command('finance-1', id, name, input)
    const { page, faults, close } = await somebody(browser(), phone)
    await page.clock.install()
    await page.goto(`${origin()}/t/#${await financing(office()).linkOf(id)}`)
    await page.getByRole('radio', { name: '部分解决' }).check()
    await page.getByRole('radio', { name: '基本满意' }).check()
    const reasons = page.getByLabel('想说的话')
    await reasons.fill(words)
    const expectThere = async (when: string) => {
      expect(await page.getByRole('radio', { name: '部分解决' }).isChecked(), when).toBe(true)
      expect(await page.getByRole('radio', { name: '基本满意' }).isChecked(), when).toBe(true)
      expect(await reasons.inputValue(), when).toBe(words)
    }
    await page.reload()
    await reasons.waitFor()
    await expectThere('after a reload')
    await failAll(page, expectThere)
    // The word is taken, and said to be, even where the page that shows it does not come.
    await page.route('**/api/v1/track', (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('status').filter({ hasText: '已收到，谢谢。' }).waitFor()
    await page.unroute('**/api/v1/track')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByText('您的确认：部分解决').waitFor()
    expect(await reasons.inputValue(), 'what was sent is not said again').toBe('')

    await reasons.fill(words)
    await failAll(page, async (when) => expect(await reasons.inputValue(), `disputed: ${when}`).toBe(words))
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('status').filter({ hasText: '已收到，谢谢。' }).waitFor()
    const { body } = await office().ask('dispatcher', 'GET', `/issues/${id}`)
    expect(body.issue).toMatchObject({ stage: 'handling' })
    expect(faults).toEqual([])
    await close()
  })
})
