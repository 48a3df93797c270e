import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { expectAccessible, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser()

describe('many issues at once', () => {
  it('twenty are accepted in three actions', async () => {
    for (let index = 0; index < 20; index += 1) {
      await office().ask('official-1', 'POST', '/issues', {
        firm: firmAt(10 + index),
        category: 'taxRefund',
        content: `留抵退税第${index}件`,
      })
    }
    await until(async () => {
      const { body } = await office().ask('tax-1', 'GET', '/issues?queue=unit&stage=assigned')
      return (body.items as unknown[]).length === 20
    }, 'twenty issues to accept')
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '税务局承办人1')
    await page.getByText('已列出 20 件').waitFor()
    let actions = 0
    const act = async (done: Promise<void>) => {
      actions += 1
      await done
    }
    await act(page.getByRole('checkbox', { name: /^全选/ }).check())
    await act(page.getByRole('button', { name: '签收所选（20）' }).click())
    await page.getByText('办成 20 件，未办成 0 件。').waitFor()
    expect(actions).toBeLessThanOrEqual(3)
    await expectAccessible(page, 'the worklist')
    await close()
  })

  it('a hundred rows are walked through without waiting', async () => {
    const words = Array.from({ length: 100 }, (_, index) => `百件之${index}，希望协调`)
    for (const [index, content] of words.entries())
      await office().ask('official-1', 'POST', '/issues', {
        firm: firmAt(index % 40),
        category: 'other',
        content,
      })
    await until(
      async () => {
        const { body } = await office().ask('dispatcher', 'GET', '/issues?queue=dispatcher&limit=200')
        return (body.items as unknown[]).length >= 100
      },
      'a hundred issues with the dispatcher',
      60_000,
    )
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '调度员')
    await page.getByText('已列出 50 件').waitFor()
    await page.getByRole('button', { name: '再列一些' }).click()
    await page.getByText(/已列出 1\d\d 件/).waitFor()
    await page.getByRole('list', { name: '诉求' }).getByRole('link').first().focus()
    const medianMs = await page.evaluate<number>(`(async () => {
      const times = []
      for (let step = 0; step < 41; step += 1) {
        const begun = performance.now()
        const key = step % 2 === 0 ? 'j' : 'x'
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
        times.push(performance.now() - begun)
      }
      return times.sort((a, b) => a - b)[20]
    })()`)
    expect(medianMs, 'milliseconds from a key to what it draws').toBeLessThan(100)
    await close()
  }, 120_000)

  it('are told to the department that they went to, and can be marked as read', async () => {
    await anIssue('通知给承办部门的一件', firmAt(43))
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '金融局承办人2', '/notices')
    const notice = page
      .getByRole('list', { name: '通知' })
      .getByRole('listitem')
      .filter({ hasText: firmAt(43).name })
    await notice.getByText('未读').waitFor()
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await notice.getByText('未读').waitFor({ state: 'detached' })
    await notice.getByRole('link').click()
    await page.getByRole('heading', { name: firmAt(43).name }).waitFor()
    await close()
  })

  it('are walked through and chosen with the keyboard alone', async () => {
    await anIssue('键盘第一件', firmAt(40), 'hiring')
    await anIssue('键盘第二件', firmAt(41), 'hiring')
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '人才局承办人1')
    const list = page.getByRole('list', { name: '诉求' })
    await list.getByRole('link').first().focus()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    expect(await list.getByRole('checkbox').nth(1).isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '办理', exact: true }).waitFor()
    await close()
  })

  it('show the same list to whoever opens the same address', async () => {
    await anIssue('地址栏里的条件', firmAt(42), 'policy')
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', '/work')
    await page.getByLabel('队列').selectOption({ label: '科技创新和经济发展局' })
    await page.getByRole('link', { name: firmAt(42).name }).waitFor()
    const address = page.url()
    await page.goto(`${origin()}/figures`)
    await page.goto(address)
    await page.getByRole('link', { name: firmAt(42).name }).waitFor()
    await close()
  })
})
