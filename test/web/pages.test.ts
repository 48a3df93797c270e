import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { componentStyles, styled } from '../../web/component-styles.ts'
import { desk, expectAccessible, phone, signIn, somebody, weighScripts } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, origin } = officeAndBrowser()

describe('every page', () => {
  const pages = [
    ['/work', '调度员'],
    ['/log', '一线队员3'],
    ['/import', '一线队员3'],
    ['/outbox', '一线队员3'],
    ['/figures', '分管领导'],
    ['/fairs', '人才局承办人1'],
    ['/tax-estimate', '一线队员3'],
    ['/notices', '金融局承办人1'],
    ['/banks', '甜城银行客户经理'],
  ] as const

  it.each(pages)(
    '%s can be used by everyone, in normal and in large letters, in both languages',
    async (path, user) => {
      const { page, faults, close } = await somebody(browser(), phone)
      await signIn(page, origin(), user, path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectAccessible(page, `${path} in normal letters`)
      await page.getByRole('button', { name: '大字' }).click()
      await expectAccessible(page, `${path} in large letters`)
      await page.getByRole('button', { name: 'English' }).click()
      await expectAccessible(page, `${path} in English`)
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect(width, 'pixels wide, in large letters').toBeLessThanOrEqual(360)
      expect(faults).toEqual([])
      await close()
    },
  )

  it('opens with at most 250 KB of compressed script, the list of work included', async () => {
    const { page, close } = await somebody(browser(), { ...desk, serviceWorkers: 'block' })
    await signIn(page, origin(), '调度员')
    await page.getByLabel('队列').waitFor()
    const expectWeight = weighScripts(page)
    await page.evaluate('caches.keys().then((names) => names.map((name) => caches.delete(name)))')
    await page.goto(`${origin()}/work`)
    await page.getByLabel('队列').waitFor()
    await expectWeight({ least: 50_000, most: 250 * 1024 })
    await close()
  })

  it('has the rules of every component that it uses, made beforehand', () => {
    const web = fileURLToPath(new URL('../../web/src/', import.meta.url))
    const used = globSync('**/*.tsx', { cwd: web }).flatMap((file) =>
      [...readFileSync(web + file, 'utf8').matchAll(/import \{([^}]*)\} from 'antd'/g)].flatMap(([, names]) =>
        (names ?? '').split(',').map((name) => name.trim()),
      ),
    )
    expect(used.length, 'files that use a component').toBeGreaterThan(20)
    // It shows nothing itself.
    const shown = new Set(used.filter((name) => name !== 'ConfigProvider'))
    expect([...shown].sort()).toEqual(Object.keys(styled).sort())
    for (const name of ['btn', 'input', 'checkbox', 'alert', 'qrcode'])
      expect(componentStyles(), name).toContain(`.ant-${name}{`)
  })
})
