import lighthouse from 'lighthouse'
import { launch, type Page } from 'puppeteer-core'
import { openTestOffice, until } from '../test/support/office.ts'
import { findChromium } from '../test/web/browser.ts'
import { table } from './report/table.ts'

/**
 * `npm run lighthouse`: the portal's pages as Lighthouse sees them on its phone profile, against the aims. Exits 1
 * where an aim is missed. A loaded machine can only make a page slower than it is: the best of three runs counts.
 * Pages that are named after it, as the table names them, are looked at alone: `node bench/lighthouse.ts /issues/ID`.
 */
const aims = { performance: 90, accessibility: 100, 'best-practices': 100 } as const
type Category = keyof typeof aims
const wanted = process.argv.slice(2)
const categories = Object.keys(aims) as Category[]

const browser = await launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const { office, ask, close } = await openTestOffice()

const press = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click()

const signIn = async (page: Page, name: string) => {
  await page.goto(`${office.origin}/work`)
  await press(page, '登录')
  await page.locator(`::-p-xpath(//button[starts-with(normalize-space(.), '${name}')])`).click()
  await page.waitForFunction(`location.pathname === '/work'`)
}

const scoresOf = async (page: Page, address: string): Promise<Record<Category, number>> => {
  const flags = { onlyCategories: categories, disableStorageReset: true, logLevel: 'error' as const }
  const result = await lighthouse(`${office.origin}${address}`, flags, undefined, page)
  if (!result) throw new Error(`no report on ${address}`)
  const { lhr } = result
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`)
  for (const { title, score, scoreDisplayMode, id } of Object.values(lhr.audits)) {
    const counted = scoreDisplayMode === 'binary' && score !== null && score < 1
    const isAimed = categories
      .slice(1)
      .some((category) => lhr.categories[category]?.auditRefs.some((ref) => ref.id === id && ref.weight > 0))
    if (counted && isAimed) console.error(`${address}: ${id}, ${title}`)
  }
  const entries = categories.map((category) => [
    category,
    Math.round((lhr.categories[category]?.score ?? 0) * 100),
  ])
  return Object.fromEntries(entries)
}

const runs = 3
/** The run with the best performance; one that meets all aims needs no other. */
const bestScoresOf = async (page: Page, address: string): Promise<Record<Category, number>> => {
  let best: Record<Category, number> | undefined
  for (let run = 0; run < runs; run += 1) {
    const scores = await scoresOf(page, address)
    if (!best || scores.performance > best.performance) best = scores
    if (categories.every((category) => scores[category] >= aims[category])) break
  }
  if (!best) throw new Error(`no run on ${address}`)
  return best
}

const aLoggedIssue = async () => {
  const firm = { uscc: '91511099MA6000016Y', name: '内江示例有限公司' }
  await ask('official-1', 'POST', '/firms', firm)
  const { body } = await ask('official-1', 'POST', '/issues', {
    firm,
    category: 'financing',
    content: '希望贷款200万元，一年期，用于流动资金。',
  })
  const id = String(body.id)
  await until(
    async () =>
      (await ask('finance-1', 'POST', `/issues/${id}/commands/acceptAssignment`, {})).status === 200,
    'the issue at its department',
  )
  const link = await ask('official-1', 'POST', `/issues/${id}/link`, {})
  return { id, link: new URL(String(link.body.url)) }
}

try {
  const { id, link } = await aLoggedIssue()
  const visits: [string, string | undefined][] = [
    ['/', undefined],
    [`${link.pathname}${link.hash}`, undefined],
    ['/work', '调度员'],
    [`/issues/${id}`, '调度员'],
    ['/log', '一线队员1'],
    ['/figures', '分管领导'],
    ['/notices', '金融局承办人1'],
  ]
  const rows: (string | number)[][] = []
  for (const [address, user] of visits) {
    const shown = address.startsWith(link.pathname) ? '/t' : address.replace(id, 'ID')
    if (wanted.length > 0 && !wanted.includes(shown)) continue
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    if (user) await signIn(page, user)
    const scores = await bestScoresOf(page, address)
    const missed = categories.filter((category) => scores[category] < aims[category])
    if (missed.length > 0) process.exitCode = 1
    rows.push([
      shown,
      ...categories.map((category) => scores[category]),
      missed.length > 0 ? 'MISSED' : 'met',
    ])
    await context.close()
  }
  console.log(table(['page', ...categories.map((one) => `${one} (aim ${aims[one]})`), ''], rows))
} finally {
  await browser.close()
  await close()
}
