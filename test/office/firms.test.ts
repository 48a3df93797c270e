import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { stories } from '../support/stories.ts'
import { today } from '../support/today.ts'

let opened: QuietOffice
let tell: ReturnType<typeof stories>
beforeAll(async () => {
  opened = await openQuietOffice()
  tell = stories(opened)
})
afterAll(() => opened.close())

const firm = '91511099MA6100033A'
const order = (user: string, command: string, body: unknown, uscc = firm) =>
  opened.ask(user, 'POST', `/firms/${uscc}/commands/${command}`, body)
const seen = async (user = 'official-1', uscc = firm) =>
  (await opened.ask(user, 'GET', `/firms/${uscc}`)).body as {
    firm: Record<string, unknown>
    size: Record<string, unknown>
    visitedLately: unknown[]
    tags: string[]
  }

describe("a firm's record", () => {
  it('says the size class by the thresholds, and which datum is missing to say it', async () => {
    const uscc = '91511099MA6000016Y'
    await opened.ask('official-1', 'POST', '/firms', { uscc, name: '内江尺寸试验有限公司' })
    expect((await seen('official-1', uscc)).size).toMatchObject({ unknown: 'industry' })
    await order('official-1', 'correctFacts', { industry: 'C39', employees: 500, employeesYear: 2025 }, uscc)
    expect((await seen('official-1', uscc)).size).toMatchObject({ unknown: 'revenue' })
    await order('official-1', 'correctFacts', { revenueYuan: 15_000_000, revenueYear: 2025 }, uscc)
    expect((await seen('official-1', uscc)).size).toMatchObject({
      size: '小型',
      row: '工业',
      checked: true,
      standard: { id: 'size-2011' },
    })
  })

  it('is found under its new name and no more under the old one', async () => {
    const uscc = '91511099MA6000024R'
    await opened.ask('official-1', 'POST', '/firms', { uscc, name: '内江旧称机械厂' })
    await order('official-1', 'correctFacts', { name: '内江新称机械厂' }, uscc)
    const found = async (q: string) => (await opened.ask('official-1', 'GET', `/firms?q=${q}`)).body.items
    expect(await found('新称')).toMatchObject([{ uscc }])
    expect(await found('旧称')).toEqual([])
  })

  it('keeps what is not said when it is registered again', async () => {
    const before = await seen()
    await opened.ask('official-1', 'POST', '/firms', { uscc: firm, name: before.firm.name, park: '高桥园区' })
    expect((await seen()).firm).toEqual({ ...before.firm, park: '高桥园区' })
  })

  it('refuses what is wrong with the field and the rule', async () => {
    const { status, body } = await order('official-1', 'correctFacts', { employees: -1, industry: 'C99' })
    expect([status, body.code]).toEqual([400, 'badInput'])
    expect(body.errors).toEqual([
      { pointer: '/industry', message: '没有这个行业代码，请按 GB/T 4754 填写，形如 C39' },
      { pointer: '/employees', message: expect.stringContaining('0') },
    ])
  })

  it('tells how it came to be, without names and numbers of people', async () => {
    await order('official-1', 'setContacts', { contacts: [{ name: '吴佳宁', phone: '13912345678' }] })
    const { body } = await opened.ask('auditor', 'GET', `/firms/${firm}/events`)
    expect((body.items as { type: string }[]).map((item) => item.type)).toContain('ContactsChanged')
    expect(JSON.stringify(body)).not.toMatch(/吴佳宁|1391234/)
  })
})

describe('the certificates of firms', () => {
  it('are told of 90 days before they end, once, to the liaison', async () => {
    await order('dispatcher', 'assignLiaison', { official: 'official-5' })
    await order('official-1', 'recordCertificate', {
      tag: '科技型中小企业',
      number: '2026510000001',
      expiresOn: '2027-03-31',
    })
    const told = async () => {
      await opened.settled()
      const { body } = await opened.ask('official-5', 'GET', '/notices')
      return (body.items as { kind: string; uscc?: string }[]).filter(
        (item) => item.kind === 'certificateExpiring',
      )
    }
    const look = () => opened.office.functions.firmCare.scheduled()
    await look()
    expect(await told()).toEqual([])
    await opened.clock.advanceTo(new Date('2026-12-31T00:00:00Z'))
    await look()
    await look()
    expect(await told()).toMatchObject([{ uscc: firm }])
    await opened.clock.advanceTo(new Date('2027-01-15T00:00:00Z'))
    await look()
    expect(await told()).toHaveLength(1)
  })
})

describe('the timeline of a firm', () => {
  it('says who visited, what was asked and what was answered, page by page', async () => {
    const uscc = '91511099MA6100025F'
    const on = today(opened.clock.now())
    const id = await tell.issueAt('confirming', 'own', {
      firm: { uscc },
      content: '门口路灯不亮，请联系13912345678。',
    })
    const visit = { kind: 'visit', on, firms: [uscc], line: '看了新车间', noIssues: true, team: 'team-1' }
    await opened.ask('official-1', 'POST', '/visits', visit)
    const first = await opened.ask('dispatcher', 'GET', `/firms/${uscc}/timeline?limit=1`)
    const second = await opened.ask(
      'dispatcher',
      'GET',
      `/firms/${uscc}/timeline?limit=1&cursor=${first.body.cursor}`,
    )
    const lines = [...(first.body.items as object[]), ...(second.body.items as object[])]
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'visit', line: '看了新车间', noIssues: true, team: 'team-1' }),
        expect.objectContaining({
          what: 'issue',
          id,
          asked: '门口路灯不亮，请联系13912345678。',
          closure: 'solved',
          answers: [expect.objectContaining({ text: '已解决。' })],
        }),
      ]),
    )
  })

  it('masks numbers in what was said for those who look on, and shows handlers only their own', async () => {
    const uscc = '91511099MA6100025F'
    const looking = await opened.ask('manager', 'GET', `/firms/${uscc}/timeline`)
    expect(JSON.stringify(looking.body)).toContain('139****5678')
    expect(JSON.stringify(looking.body)).not.toContain('13912345678')
    const elsewhere = await opened.ask('talent-1', 'GET', `/firms/${uscc}/timeline`)
    expect((elsewhere.body.items as { what: string }[]).map((line) => line.what)).toEqual(['visit'])
  })

  it('shows the visits of the last 30 days on the firm, and none that is older', async () => {
    const uscc = '91511099MA6100025F'
    expect((await seen('official-1', uscc)).visitedLately).toMatchObject([{ kind: 'visit', team: 'team-1' }])
    await opened.clock.advance(31 * 24 * 3600 * 1000)
    expect((await seen('official-1', uscc)).visitedLately).toEqual([])
  })
})

describe('the roster', () => {
  const all = async (query: string) => {
    const found: { uscc: string; park?: string; liaison?: string }[] = []
    let cursor = ''
    do {
      const { body } = await opened.ask('manager', 'GET', `/roster?limit=7${query}${cursor}`)
      found.push(...(body.items as typeof found))
      cursor = body.cursor ? `&cursor=${body.cursor}` : ''
    } while (cursor)
    return found
  }

  it('has every firm once, whatever the length of its pages', async () => {
    const found = await all('')
    expect(new Set(found.map((row) => row.uscc)).size).toBe(found.length)
    expect(found.length).toBeGreaterThan(30)
  })

  it('shows the firms of a park, and those that nobody stands by', async () => {
    const inPark = await all('&park=高桥园区')
    expect(inPark.map((row) => row.park)).toEqual(inPark.map(() => '高桥园区'))
    expect((await all('&liaison=official-5')).map((row) => row.uscc)).toEqual([firm])
    expect((await all('&liaison=none')).some((row) => row.uscc === firm)).toBe(false)
  })

  it('refuses a cursor that is not its own', async () => {
    const { body } = await opened.ask('manager', 'GET', '/roster?cursor=abc')
    expect(body.errors).toMatchObject([{ pointer: '/cursor' }])
  })
})

describe('policies', () => {
  it('fit a firm with the reason of every rule', async () => {
    const { body } = await opened.ask('official-1', 'GET', '/firms/91511099MA6100017L/policies')
    const rent = (body.items as { policy: { id: string }; verdict: string; rules: object[] }[]).find(
      (item) => item.policy.id === 'sample-park-rent',
    )
    expect(rent).toMatchObject({
      verdict: 'meets',
      rules: [
        { rule: 'park', verdict: 'meets' },
        { rule: 'size', verdict: 'meets' },
      ],
    })
  })

  it('find the firms that they fit, page by page, none twice', async () => {
    const found: string[] = []
    let cursor = ''
    do {
      const path = `/policies/sample-park-rent/firms?limit=9${cursor}`
      const { body } = await opened.ask('manager', 'GET', path)
      for (const item of body.items as { uscc: string; verdict: string; park?: string }[]) {
        expect(item.verdict).not.toBe('doesNot')
        expect([undefined, '白马园区']).toContain(item.park)
        found.push(item.uscc)
      }
      cursor = body.cursor ? `&cursor=${body.cursor}` : ''
    } while (cursor)
    expect(new Set(found).size).toBe(found.length)
    expect(found).toContain('91511099MA6100017L')
  })

  it('that are not there are said so', async () => {
    const { status, body } = await opened.ask('manager', 'GET', '/policies/none/firms')
    expect([status, body.code]).toEqual([404, 'unknownPolicy'])
  })
})

describe('a pasted message', () => {
  it('becomes a draft with its registered firm, and nothing is kept', async () => {
    const before = await opened.settled()
    const text = '甜城启明电子想贷款200万，期限一年，联系人赵总 13800001000'
    const { status, body } = await opened.ask('official-1', 'POST', '/drafts', { text })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      items: [
        {
          firm: { uscc: '91511099MA6100017L' },
          category: 'financing',
          need: { amountYuan: 2_000_000, termMonths: 12 },
          leftEmpty: [],
        },
      ],
      left: 0,
    })
    expect(await opened.settled()).toBe(before)
  })

  it('of a meeting becomes a draft for each line', async () => {
    const text = '启明电子：缺普工10人\n高桥联创：留抵退税\n\n众合：路灯不亮'
    const { body } = await opened.ask('official-1', 'POST', '/drafts', { text, each: 'line' })
    expect((body.items as { category?: string }[]).map((item) => item.category)).toEqual([
      'hiring',
      'taxRefund',
      'other',
    ])
  })

  it('that is empty or too long names the field and the rule', async () => {
    const { body } = await opened.ask('official-1', 'POST', '/drafts', { text: ' ' })
    expect(body.errors).toEqual([{ pointer: '/text', message: '请粘贴消息' }])
  })
})
