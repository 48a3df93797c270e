import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import firms from '../../samples/firms.json' with { type: 'json' }
import { openTestOffice, until } from '../support/office.ts'
import { desk, expectAccessible, openBrowser, phone, signIn, somebody } from './browser.ts'

let office: Awaited<ReturnType<typeof openTestOffice>>
let browser: Browser
let origin: string

beforeAll(async () => {
  browser = await openBrowser()
  office = await openTestOffice()
  origin = office.office.origin
})
afterAll(async () => {
  await browser?.close()
  await office?.close()
})

const firmAt = (index: number) => {
  const firm = firms[index]
  if (!firm) throw new Error(`no sample firm ${index}`)
  return { uscc: firm.uscc, name: firm.name }
}

/** An issue as it is logged elsewhere; resolves when the rules have brought it to its department. */
const anIssue = async (content: string, firm = firmAt(3), category = 'financing') => {
  const { body } = await office.ask('official-1', 'POST', '/issues', { firm, category, content })
  const id = String(body.id)
  await until(async () => {
    const found = await office.ask('dispatcher', 'GET', `/issues/${id}`)
    return (found.body.issue as { stage: string }).stage === 'assigned'
  }, 'the issue at its department')
  return id
}

const stageOf = async (id: string) => {
  const { body } = await office.ask('dispatcher', 'GET', `/issues/${id}`)
  return (body.issue as { stage: string }).stage
}

const chooseFirm = async (page: Page, firm: { name: string }) => {
  await page.getByLabel('企业名称或信用代码').fill(firm.name)
  await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
}

const submit = (page: Page, form: string) =>
  page.getByRole('form', { name: form }).getByRole('button', { name: '确定' }).click()

describe('an issue, from the workshop to the firm that says it is solved', () => {
  it('is logged on a phone, accepted and closed at a desk, and confirmed by the firm on its link', async () => {
    const firm = firmAt(0)
    const official = await somebody(browser, phone)
    await signIn(official.page, origin, '一线队员1', '/log')
    const started = performance.now()
    await chooseFirm(official.page, firm)
    await official.page.getByRole('radio', { name: '融资' }).check()
    await official.page
      .getByLabel('企业说了什么')
      .pressSequentially('流动资金紧张，希望贷款200万元，一年期。', { delay: 60 })
    await official.page.getByLabel('资金需求（万元）').fill('200')
    await expectAccessible(official.page, 'logging on a phone')
    await official.page.getByRole('button', { name: '保存并发送' }).click()
    const link = official.page.getByRole('status').getByRole('link')
    const id = (await link.textContent()) ?? ''
    expect(performance.now() - started, 'milliseconds for a visit with one issue').toBeLessThan(60_000)
    expect(id).toMatch(/^\d{8}-/)
    await until(async () => (await stageOf(id)) === 'assigned', 'the issue at its department')

    const handler = await somebody(browser)
    await signIn(handler.page, origin, 'finance承办人1')
    await handler.page.getByRole('link', { name: firm.name }).click()
    await handler.page.getByRole('button', { name: '签收', exact: true }).click()
    await submit(handler.page, '签收')
    await handler.page.getByRole('button', { name: '记录首次联系' }).click()
    await handler.page.getByRole('radio', { name: '电话' }).check()
    await submit(handler.page, '记录首次联系')
    await handler.page.getByRole('button', { name: '申请办结' }).click()
    await handler.page.getByLabel('办结类型').selectOption({ label: '已解决' })
    await handler.page.getByLabel('说明').fill('已对接银行，放款200万元。')
    await submit(handler.page, '申请办结')
    await handler.page.getByRole('listitem').filter({ hasText: '申请办结 · 已解决' }).waitFor()
    await expectAccessible(handler.page, 'an issue at a desk')

    await official.page.goto(`${origin}/issues/${id}`)
    await official.page.getByRole('button', { name: '生成链接' }).click()
    const url = await official.page.getByRole('textbox', { name: '企业链接' }).inputValue()

    const boss = await somebody(browser, phone)
    await boss.page.goto(url)
    await boss.page.getByRole('heading', { name: firm.name }).waitFor()
    await expectAccessible(boss.page, "the firm's link")
    await boss.page.getByRole('radio', { name: '已解决', exact: true }).check()
    await boss.page.getByRole('radio', { name: '满意', exact: true }).check()
    await boss.page.getByRole('button', { name: '提交' }).click()
    await boss.page.getByText('您的确认：已解决').waitFor()
    expect(await stageOf(id)).toBe('closed')
    for (const person of [official, handler, boss]) {
      expect(person.faults).toEqual([])
      await person.close()
    }
  })

  it('is logged with a firm that was not known, and says what is wrong with its code', async () => {
    const { page, close } = await somebody(browser, phone)
    await signIn(page, origin, '一线队员2', '/log')
    await page.getByLabel('企业名称或信用代码').fill('内江尚未登记')
    await page.getByRole('button', { name: '登记新企业' }).click()
    await page.getByLabel('企业名称').fill('内江尚未登记有限公司')
    await page.getByLabel('统一社会信用代码').fill('91511099')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByText('统一社会信用代码应为18位').waitFor()
    await page.getByLabel('统一社会信用代码').fill('91511099MA6000016Y')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByRole('checkbox', { name: '本次无诉求' }).check()
    await page.getByRole('button', { name: '保存并发送' }).click()
    await page.getByText('已登记。').waitFor()
    const { status } = await office.ask('official-2', 'GET', '/firms/91511099MA6000016Y')
    expect(status).toBe(200)
    await close()
  })
})

describe('many issues at once', () => {
  it('twenty are accepted in three actions', async () => {
    for (let index = 0; index < 20; index += 1) {
      await office.ask('official-1', 'POST', '/issues', {
        firm: firmAt(10 + index),
        category: 'taxRefund',
        content: `留抵退税第${index}件`,
      })
    }
    await until(async () => {
      const { body } = await office.ask('tax-1', 'GET', '/issues?queue=unit&stage=assigned')
      return (body.items as unknown[]).length === 20
    }, 'twenty issues to accept')
    const { page, close } = await somebody(browser)
    await signIn(page, origin, 'tax承办人1')
    await page.getByText('已列出 20 件').waitFor()
    await page.getByRole('checkbox', { name: /^全选/ }).check()
    await page.getByRole('button', { name: '签收所选（20）' }).click()
    await page.getByText('办成 20 件，未办成 0 件。').waitFor()
    await expectAccessible(page, 'the worklist')
    await close()
  })

  it('are told to the department that they went to, and can be marked as read', async () => {
    await anIssue('通知给承办部门的一件', firmAt(43))
    const { page, close } = await somebody(browser)
    await signIn(page, origin, 'finance承办人2', '/notices')
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
    const { page, close } = await somebody(browser)
    await signIn(page, origin, 'talent承办人1')
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
    const { page, close } = await somebody(browser)
    await signIn(page, origin, '调度员', '/work')
    await page.getByLabel('队列').selectOption({ label: '科技创新和经济发展局' })
    await page.getByRole('link', { name: firmAt(42).name }).waitFor()
    const address = page.url()
    await page.goto(`${origin}/figures`)
    await page.goto(address)
    await page.getByRole('link', { name: firmAt(42).name }).waitFor()
    await close()
  })
})

describe('two people on one issue', () => {
  it('the slower one sees what happened meanwhile, and gives the same again', async () => {
    const id = await anIssue('两个人同时办理', firmAt(5))
    await office.command('finance-1', id, 'acceptAssignment')
    const { page, close } = await somebody(browser)
    await signIn(page, origin, 'finance承办人1', `/issues/${id}`)
    await page.getByRole('button', { name: '阶段答复' }).click()
    await page.getByLabel('答复内容').fill('已与两家银行联系。')
    await office.command('finance-2', id, 'addNote', { text: '另一位承办人的备注' })
    await submit(page, '阶段答复')
    const conflict = page.getByRole('region', { name: '在您填写时发生了这些：' })
    await conflict.getByText('另一位承办人的备注').waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('已与两家银行联系。')
    await expectAccessible(page, 'a conflict')
    await page.getByRole('button', { name: '看过了，仍按所填办理' }).click()
    await page.getByRole('region', { name: '办理经过' }).getByText('已与两家银行联系。').waitFor()
    await close()
  })

  it('a step that may not be taken is disabled and says why', async () => {
    const id = await anIssue('谁能办哪一步', firmAt(6))
    const { page, close } = await somebody(browser)
    await signIn(page, origin, '一线队员1', `/issues/${id}`)
    await page.getByText('暂不能办理的步骤').click()
    const accept = page.getByRole('button', { name: '签收', exact: true })
    expect(await accept.isDisabled()).toBe(true)
    expect(await page.getByRole('listitem').filter({ has: accept }).textContent()).toMatch(
      /不能办理这一步|不归/,
    )
    await close()
  })
})

describe('a server that is slow, failing or lying', () => {
  const typeReply = async (page: Page) => {
    await page.getByRole('button', { name: '阶段答复' }).click()
    await page.getByLabel('答复内容').fill('写了很久的答复')
  }
  const atIssue = async (content: string, index: number) => {
    const id = await anIssue(content, firmAt(index))
    await office.command('finance-1', id, 'acceptAssignment')
    const person = await somebody(browser)
    await signIn(person.page, origin, 'finance承办人1', `/issues/${id}`)
    return person
  }

  it.each([
    ['a failing server', 500, '{}', '服务器出错了'],
    ['an answer that is none', 200, '<html>', '服务器出错了'],
  ])('keeps what was typed: %s', async (_, status, body, words) => {
    const { page, close } = await atIssue(`服务器出错 ${status}`, status === 500 ? 7 : 8)
    await typeReply(page)
    await page.route('**/commands/recordReply', (route) => route.fulfill({ status, body }), { times: 1 })
    await submit(page, '阶段答复')
    await page.getByText(words).waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写了很久的答复')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('region', { name: '办理经过' }).getByText('写了很久的答复').waitFor()
    await close()
  })

  it('keeps what was typed when the sign-in ends in the middle, and goes on after signing in again', async () => {
    const { page, close } = await atIssue('登录中途过期', 9)
    await typeReply(page)
    await page.route('**/commands/recordReply', (route) => route.fulfill({ status: 401, body: '{}' }))
    await page.route('**/oidc/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    )
    await submit(page, '阶段答复')
    await page.getByText('还没有登录，或登录已过期。').waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写了很久的答复')
    await page.unrouteAll()
    await page.getByRole('button', { name: '重新登录' }).first().click()
    await page.getByLabel('答复内容').waitFor()
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写了很久的答复')
    await submit(page, '阶段答复')
    await page.getByRole('region', { name: '办理经过' }).getByText('写了很久的答复').waitFor()
    await close()
  })
})

describe('every page', () => {
  const pages = [
    ['/work', '调度员'],
    ['/log', '一线队员3'],
    ['/import', '一线队员3'],
    ['/outbox', '一线队员3'],
    ['/figures', '分管领导'],
    ['/notices', 'finance承办人1'],
  ] as const

  it.each(pages)(
    '%s can be used by everyone, in normal and in large letters, in both languages',
    async (path, user) => {
      const { page, faults, close } = await somebody(browser, phone)
      await signIn(page, origin, user, path)
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
    const { page, close } = await somebody(browser, { ...desk, serviceWorkers: 'block' })
    await signIn(page, origin, '调度员')
    const { gzipSync } = await import('node:zlib')
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.evaluate('caches.keys().then((names) => names.map((name) => caches.delete(name)))')
    await page.goto(`${origin}/work`)
    await page.getByLabel('队列').waitFor()
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total, 'a measurement that saw no script').toBeGreaterThan(50_000)
    expect(total).toBeLessThanOrEqual(250 * 1024)
    await close()
  })
})
