import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser that comes with the project, for a machine that has none: Linux on x64, with the libraries it needs. */
const broughtAlong = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  // By this variable the package decides to unpack its libraries too.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** The browser of this machine, or the one that comes along. Throws with what to do where there is neither. */
export const findChromium = async (): Promise<string> => {
  const found = places.find((place) => place !== undefined && existsSync(place)) ?? (await broughtAlong())
  if (found) return found
  throw new Error(
    `No Chromium was found for the stories of the portal. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH. Looked at: ${places.filter(Boolean).join(', ')}`,
  )
}

const built = fileURLToPath(new URL('../../web/dist/index.html', import.meta.url))

export const openBrowser = async (): Promise<Browser> => {
  if (!existsSync(built)) throw new Error('The portal is not built: run `npm run build:web` first.')
  return chromium.launch({
    executablePath: await findChromium(),
    // The language of the browser's own fields, where it brings the words.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=zh-CN'],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  })
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true } as const
export const desk = { viewport: { width: 1440, height: 900 } } as const

export type Person = { page: Page; faults: string[]; close: () => Promise<void> }

/** Somebody at a device of their own; `faults` collects what the browser complained about. */
export const somebody = async (browser: Browser, options: BrowserContextOptions = desk): Promise<Person> => {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const faults: string[] = []
  // A page that catches what its policy forbade has tried it all the same.
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (event) => console.error('Content Security Policy', event.violatedDirective, event.blockedURI))",
  )
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text())
  })
  return { page, faults, close: () => context.close() }
}

/** Signs in through the sign-in page, as a person does. */
export const signIn = async (page: Page, origin: string, name: string, path = '/work') => {
  await page.goto(`${origin}${path}`)
  await page.getByRole('button', { name: '登录' }).click()
  await chooseUser(page, name)
  await page.waitForURL(`${origin}${path}**`)
}

export const chooseUser = (page: Page, name: string) =>
  page
    .getByRole('button', { name: new RegExp(`^${name}(?!\\d)`) })
    .first()
    .click()

/** No violation of WCAG 2.1 AA on the page as it is now. */
export const expectAccessible = async (page: Page, what: string) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(found, what).toEqual([])
}

/** Weighs the scripts that a page loads from now on, compressed; bounds are in bytes. */
export const weighScripts = (page: Page) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  return async (bounds: { least: number; most: number }) => {
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total, 'a measurement that saw no script').toBeGreaterThan(bounds.least)
    expect(total).toBeLessThanOrEqual(bounds.most)
  }
}

/** Waits until a key that is pressed would meet this; a script in the page may not be asked, its policy forbids it. */
export const isFocused = (wanted: Locator): Promise<void> =>
  wanted.and(wanted.page().locator(':focus')).waitFor()
