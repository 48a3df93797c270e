import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, expectAccessible, isFocused, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, origin } = officeAndBrowser()

const bar = (page: Page) => page.getByRole('navigation', { name: '主要页面' })
const more = (page: Page) => bar(page).getByRole('button', { name: '更多' })
const linksIn = async (page: Page) => {
  const texts = await bar(page).getByRole('link').allTextContents()
  return texts.map((text) => text.trim())
}

describe('the pages that a person is offered', () => {
  it.each([
    ['一线队员3', '/work', ['工作台', '登记', '企业', '恳谈会', '政策', '待发']],
    ['金融局承办人1', '/work', ['工作台', '银行推荐', '企业', '政策', '招聘会']],
    ['分管领导', '/figures', ['指标', '工作台', '银行推荐', '企业', '工作量']],
    ['甜城银行客户经理', '/banks', ['银行推荐']],
    ['系统管理员', '/admin', ['管理']],
  ])('are those of their work, and %s begins with the first of them', async (name, first, links) => {
    const { page, close } = await somebody(browser(), desk)
    await signIn(page, origin(), name, '/')
    await page.waitForURL(`${origin()}${first}**`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await linksIn(page)).toEqual(links)
    expect(await more(page).count(), 'a menu only where there is something in it').toBe(
      links.length > 1 ? 1 : 0,
    )
    await close()
  })

  it.each(['一线队员3', '调度员', '金融局承办人1', '分管领导'])(
    'are all within reach of a thumb on a phone, in large letters and in English too, for %s',
    async (name) => {
      const { page, close } = await somebody(browser(), phone)
      await signIn(page, origin(), name, '/notices')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('button', { name: '大字' }).click()
      await page.getByRole('button', { name: 'English' }).click()
      const menu = page.getByRole('navigation').getByRole('button', { name: 'More' })
      await menu.click()
      const links = page.getByRole('navigation').getByRole('link')
      expect(await links.count()).toBeGreaterThan(8)
      for (const link of [...(await links.all()), menu]) {
        const box = await link.boundingBox()
        const what = (await link.textContent()) ?? ''
        expect(box?.x ?? -1, what).toBeGreaterThanOrEqual(0)
        expect((box?.x ?? 0) + (box?.width ?? 0), what).toBeLessThanOrEqual(360)
        expect((box?.y ?? 0) + (box?.height ?? 0), what).toBeLessThanOrEqual(740)
        expect(box?.height ?? 0, what).toBeGreaterThanOrEqual(44)
      }
      await expectAccessible(page, 'the open menu')
      await close()
    },
  )

  it('can be reached and left by keyboard alone', async () => {
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员3', '/log')
    await more(page).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await isFocused(more(page))
    expect(await more(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '恳谈会' }).waitFor()
    expect(await more(page).getAttribute('aria-expanded')).toBe('false')
    await close()
  })
})
