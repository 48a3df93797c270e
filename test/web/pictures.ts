import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import firms from '../../samples/firms.json' with { type: 'json' }
import { openTestOffice, until } from '../support/office.ts'
import { openBrowser, signIn, somebody } from './browser.ts'

/** `node test/web/pictures.ts`: every page at the width of a phone, a tablet and a desk, into docs/pictures. */
const widths = [360, 768, 1440]
const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
mkdirSync(folder, { recursive: true })

const browser = await openBrowser()
const { office, ask, close } = await openTestOffice()

const picture = async (page: Page, name: string) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
}

const as = async (name: string, path: string, work: (page: Page) => Promise<void>) => {
  const person = await somebody(browser)
  await signIn(person.page, office.origin, name, path)
  await work(person.page)
  await person.close()
}

const said = {
  financing: '扩建二期厂房，希望贷款800万元，两年期，缺抵押物。',
  hiring: '招不到熟练焊工，缺口20人，请协助对接职业院校。',
  taxRefund: '留抵税额较大，希望办理留抵退税。',
} as const

try {
  const logged: string[] = []
  for (const [index, firm] of firms.slice(0, 12).entries()) {
    const category = Object.keys(said)[index % 3] as keyof typeof said
    const urgency = index % 4 === 0 ? 'urgent' : 'ordinary'
    const issue = { firm: { uscc: firm.uscc, name: firm.name }, category, urgency, content: said[category] }
    const { body } = await ask('official-1', 'POST', '/issues', issue)
    logged.push(String(body.id))
  }
  const [first = ''] = logged
  const command = (user: string, name: string, input: unknown = {}) =>
    ask(user, 'POST', `/issues/${first}/commands/${name}`, input)
  await until(
    async () => (await command('finance-1', 'acceptAssignment')).status === 200,
    'the first issue at its department',
  )
  await command('finance-1', 'recordContact', { channel: 'phone' })

  await as('finance承办人1', '/work', async (page) => {
    await page.getByText(/^已列出/).waitFor()
    await picture(page, 'work')
    await page.goto(`${office.origin}/issues/${first}`)
    await page.getByRole('button', { name: '申请办结' }).click()
    await picture(page, 'issue')
  })
  await as('一线队员1', '/log', async (page) => {
    await page.getByLabel('企业名称或信用代码').fill('甜城')
    await page.getByRole('list', { name: '找到的企业' }).getByRole('button').first().click()
    await page.getByRole('radio', { name: '融资' }).check()
    await page.getByLabel('企业说了什么').fill('流动资金紧张，希望贷款200万元。')
    await picture(page, 'log')
  })
  await as('调度员', '/import', async (page) => {
    const ledger = fileURLToPath(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
    await page.getByLabel('台账文件（.xlsx 或 .csv）').setInputFiles(ledger)
    await page.getByRole('heading', { name: '预览（还没有导入）' }).waitFor()
    await picture(page, 'import')
  })
  await as('分管领导', '/figures', async (page) => {
    await page.getByRole('table').waitFor()
    await picture(page, 'figures')
  })

  await command('finance-1', 'proposeClosure', { closure: 'solved', text: '已对接银行，放款800万元。' })
  const { body } = await ask('official-1', 'POST', `/issues/${first}/link`, {})
  const firm = await somebody(browser)
  await firm.page.goto(String(body.url))
  await firm.page.getByRole('button', { name: '提交' }).waitFor()
  await picture(firm.page, 'link')
} finally {
  await browser.close()
  await close()
}
