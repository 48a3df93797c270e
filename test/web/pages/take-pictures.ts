import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { desk, signIn, somebody } from '../browser.ts'
import type { Busy } from './busy-office.ts'
import { everyPage, type Shown } from './every-page.ts'

/** A phone, a tablet and a desk. */
export const widths = [360, 768, 1440] as const
/** So much of a page is shown; what is longer is cut. */
const tallest = 1600
/** Lossy, because letters on plain ground bear it: a tenth of the bytes of a PNG. */
const quality = 55

export const fileOf = ({ name }: Pick<Shown, 'name'>, width: number) => `${name}-${width}.webp`

const measure = (page: Page, what: string) => page.evaluate<number>(`document.documentElement.${what}`)

const take = async (page: Page, path: string) => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
  await session.detach()
  writeFileSync(path, Buffer.from(data, 'base64'))
}

export type Taken = { file: string; width: number; wide: number; faults: string[] }

/** Every page at every width into a folder; says for each how wide it really is. Pages of one person share a sign-in. */
export const takePictures = async (
  browser: Browser,
  origin: string,
  busy: Busy,
  folder: string,
): Promise<Taken[]> => {
  const taken: Taken[] = []
  for (const [user, pages] of Map.groupBy(everyPage, (shown) => shown.user)) {
    const { page, faults, close } = await somebody(browser, desk)
    if (user) await signIn(page, origin, user, '/notices')
    for (const shown of pages) {
      await page.setViewportSize(desk.viewport)
      await page.goto(`${origin}${shown.at(busy)}`)
      await shown.ready(page)
      for (const width of widths) {
        const least = width < 500 ? 740 : 900
        await page.setViewportSize({ width, height: least })
        const height = Math.min(tallest, Math.max(least, await measure(page, 'scrollHeight')))
        await page.setViewportSize({ width, height })
        await page.evaluate('scrollTo(0, 0)')
        const file = fileOf(shown, width)
        taken.push({ file, width, wide: await measure(page, 'scrollWidth'), faults: [...faults] })
        await take(page, `${folder}/${file}`)
        // For whoever looks at them with a tool that knows no WebP.
        if (process.env.PNG) await page.screenshot({ path: `${process.env.PNG}/${shown.name}-${width}.png` })
      }
    }
    await close()
  }
  return taken
}
