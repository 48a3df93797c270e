import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import firms from '../../samples/firms.json' with { type: 'json' }
import { openTestOffice, until } from '../support/office.ts'
import { openBrowser } from './browser.ts'

type Office = Awaited<ReturnType<typeof openTestOffice>>
type Options = Parameters<typeof openTestOffice>[0]

export const firmAt = (index: number) => {
  const firm = firms[index]
  if (!firm) throw new Error(`no sample firm ${index}`)
  return { uscc: firm.uscc, name: firm.name }
}

/** An office and a browser for the stories of one file; `options` are asked for with each office. */
export const officeAndBrowser = (options: () => Options = () => ({})) => {
  const open: { office?: Office; browser?: Browser } = {}
  beforeAll(async () => {
    open.browser = await openBrowser()
    open.office = await openTestOffice(options())
  })
  // A story that is told again finds a new office, without what its first telling left.
  beforeEach(async ({ task }) => {
    const { retryCount = 0, repeatCount = 0 } = task.result ?? {}
    if (retryCount + repeatCount === 0) return
    await open.office?.close()
    open.office = await openTestOffice(options())
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.office?.close()
  })
  const office = () => {
    if (!open.office) throw new Error('the office is not open')
    return open.office
  }
  return {
    office,
    browser: () => {
      if (!open.browser) throw new Error('the browser is not open')
      return open.browser
    },
    origin: () => office().office.origin,
    stageOf: (id: string) => stageOf(office(), id),
    anIssue: (content: string, firm = firmAt(3), category = 'financing', more = {}) =>
      anIssue(office(), { firm, category, content, ...more }),
  }
}

const stageOf = async (office: Office, id: string) => {
  const { body } = await office.ask('dispatcher', 'GET', `/issues/${id}`)
  return (body.issue as { stage: string }).stage
}

/** Logs an issue elsewhere; resolves with its number when the rules have brought it to its department. */
const anIssue = async (office: Office, issue: Record<string, unknown>) => {
  const { status, body } = await office.ask('official-1', 'POST', '/issues', issue)
  if (status !== 201) throw new Error(`not logged: ${JSON.stringify(body)}`)
  const id = String(body.id)
  await until(async () => (await stageOf(office, id)) === 'assigned', 'the issue at its department')
  return id
}

export const submit = (page: Page, form: string) =>
  page.getByRole('form', { name: form }).getByRole('button', { name: '确定' }).click()
