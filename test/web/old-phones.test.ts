import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { expect, it } from 'vitest'
import { linkPages, linkTargets } from '../../web/vite.links.config.ts'
import { financing } from '../support/financing.ts'
import { phone, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin } = officeAndBrowser()
const dist = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Functions that came after the engines of `linkTargets`; the portal may use them, the firm's link may not. */
const newer = `
  for (const name of ['at', 'findLast', 'toSorted', 'toReversed', 'toSpliced', 'with', 'groupBy'])
    delete Array.prototype[name]
  for (const name of ['replaceAll', 'matchAll', 'at', 'isWellFormed', 'toWellFormed'])
    delete String.prototype[name]
  for (const name of ['fromEntries', 'hasOwn', 'groupBy']) delete Object[name]
  for (const name of ['allSettled', 'any', 'withResolvers']) delete Promise[name]
  delete Map.groupBy
  delete AbortSignal.timeout
  delete AbortSignal.any
  delete Crypto.prototype.randomUUID
  delete Element.prototype.replaceChildren
  delete window.structuredClone
  delete window.queueMicrotask
  delete window.requestIdleCallback
`

it.each(linkPages)(
  'the script behind a link at /%s has no syntax that an old phone does not know',
  async (path) => {
    const page = readFileSync(`${dist}${path}/index.html`, 'utf8')
    const scripts = [...page.matchAll(/src="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
    expect(scripts).toHaveLength(1)
    for (const script of scripts) {
      const code = readFileSync(dist + script, 'utf8')
      expect(code, 'a script that is whole').not.toMatch(/\bimport\s*[({"'*]|\bfrom\s*["']\.\//)
      // Both are of 2016; esbuild takes them away from Safari 12 for faults in corners that this page has none of.
      const supported = { destructuring: true, 'template-literal': true }
      const asItIs = (await transform(code, { target: 'esnext' })).code.split('\n')
      const lowered = (await transform(code, { target: linkTargets, supported })).code.split('\n')
      expect(lowered.filter((line, at) => line !== asItIs[at]).map((line) => line.slice(0, 120))).toEqual([])
    }
  },
)

it("the firm's link is read, answered and consented to where newer functions are missing", async () => {
  const { roundWith, linkOf } = financing(office())
  const id = await roundWith(['tiancheng'])
  const { page, faults, close } = await somebody(browser(), phone)
  await page.addInitScript(newer)
  await page.goto(`${origin()}/t/#${await linkOf(id)}`)
  expect(await page.evaluate("typeof ''.replaceAll"), 'an old phone').toBe('undefined')
  const form = page.getByRole('form', { name: '甜城银行内江高新支行 · 企业授权' })
  await form.getByRole('checkbox', { name: '资金需求额' }).check()
  await form.getByLabel('签署人姓名').fill('赵启明')
  await form.getByRole('radio', { name: '法定代表人' }).check()
  await form.getByRole('button', { name: '同意' }).click()
  await page.getByText('已同意：甜城银行内江高新支行 · 企业授权。').waitFor()
  expect(faults).toEqual([])
  await close()
})
