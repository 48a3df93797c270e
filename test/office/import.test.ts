import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, until } from '../support/office.ts'
import { today } from '../support/today.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice()
})
afterAll(() => opened.close())

type Row = {
  row: number
  status: string
  duplicateOf?: number | string
  id?: string
  issue?: Record<string, unknown>
}
type Answer = { status: number; counts: Record<string, number>; imported: number; rows: Row[] }

const sample = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))

const importFile = async (bytes: Buffer | string, query = '', type = 'text/csv'): Promise<Answer> => {
  const response = await fetch(`${opened.office.origin}/api/v1/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await opened.office.token('dispatcher')}`, 'content-type': type },
    body: new Uint8Array(Buffer.from(bytes)),
  })
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) }
}

const departmentOf = async (id: string) => {
  const reply = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
  const issue = reply.body.issue as {
    assignment?: { department: string; at: string }
    leftToDispatcher?: unknown
  }
  return issue.assignment?.department ?? (issue.leftToDispatcher ? 'left to the dispatcher' : undefined)
}

describe('the sample ledger', () => {
  it('is looked at without changing anything: 115 new, one repeated, one to be checked, one that cannot be', async () => {
    const answer = await importFile(sample, '?dryRun=true')
    expect(answer.counts).toEqual({ new: 115, duplicate: 1, warning: 1, error: 1 })
    expect(answer.rows).toHaveLength(118)
    expect(answer.imported).toBe(0)
    const special = answer.rows
      .filter((row) => row.status !== 'new')
      .map(({ row, status, duplicateOf }) => ({ row, status, duplicateOf }))
    expect(special).toEqual([
      { row: 58, status: 'duplicate', duplicateOf: 41 },
      { row: 84, status: 'warning', duplicateOf: undefined },
      { row: 102, status: 'error', duplicateOf: undefined },
    ])
    expect(answer.rows[0]?.issue).toMatchObject({
      category: 'financing',
      urgency: 'urgent',
      need: { amountYuan: 5_500_000, termMonths: 24 },
    })
    const none = await opened.ask('dispatcher', 'GET', '/issues?queue=dispatcher')
    expect(none.body.items).toEqual([])
  })

  it('is imported once, however often it is sent; the doubtful row only when it is accepted', async () => {
    const first = await importFile(sample)
    expect(first.imported).toBe(115)
    const again = await importFile(sample)
    expect(again.imported).toBe(0)
    expect(again.counts).toEqual({ new: 0, duplicate: 116, warning: 1, error: 1 })
    const accepted = await importFile(sample, '?acceptWarnings=true')
    expect(accepted.imported).toBe(1)
    expect((await importFile(sample, '?acceptWarnings=true')).imported).toBe(0)
  })

  it('is routed by the workflow: subsidies for talents, roads and drains, other policies; the rest waits for the dispatcher', async () => {
    const { rows } = await importFile(sample, '?dryRun=true')
    const expected = new Map([
      ['高层次人才安家补贴', 'talent'],
      ['厂区门口道路破损', 'parks'],
      ['雨季厂区低洼处积水', 'parks'],
      ['研发补助如何申报', 'innovation'],
      ['服务业十八条措施', 'innovation'],
      ['用电容量不足', 'left to the dispatcher'],
      ['不动产权证办理', 'left to the dispatcher'],
    ])
    for (const [words, department] of expected) {
      const matching = rows.filter((row) => String(row.issue?.content).includes(words))
      expect(matching.length, words).toBeGreaterThan(0)
      for (const row of matching) {
        const id = String(row.duplicateOf)
        if (!/^\d{8}-/.test(id)) continue
        const found = await until(() => departmentOf(id), `${id} is routed`)
        expect(found, words).toBe(department)
        const events = await opened.ask('dispatcher', 'GET', `/issues/${id}/events`)
        expect((events.body.items as { by: string }[])[1]?.by).toBe('system')
      }
    }
  })
})

const ledger = (...rows: string[]) =>
  [
    '2026年企业诉求台账',
    '',
    '单位名称,信用代码,问题类别,反映问题,走访日期,责任单位,办理情况,是否办结,办结时间',
    ...rows,
  ].join('\n')

describe('a ledger with progress columns', () => {
  it('starts its clocks when an issue is routed, to the department that the ledger names', async () => {
    const answer = await importFile(
      ledger(
        '内江甜城启明电子有限公司,91511099MA6100017L,其他,厂区外公交班次太少,2026-03-02,科技创新和经济发展局,已联系公交公司,否,',
      ),
    )
    expect(answer.imported, JSON.stringify(answer)).toBe(1)
    const id = String(answer.rows[0]?.id)
    expect(await until(() => departmentOf(id), 'routed')).toBe('innovation')
    const reply = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    const { assignment } = reply.body.issue as { assignment: { at: string; dues: { accept: string } } }
    expect(Date.now() - Date.parse(assignment.at)).toBeLessThan(60_000)
    expect(Date.parse(assignment.dues.accept)).toBeGreaterThan(Date.now() - 60_000)
  })

  it('takes rows that were closed before as history, in no rate', async () => {
    const answer = await importFile(
      ledger(
        '内江甜城启明电子有限公司,91511099MA6100017L,政策,稳岗补贴如何申领,2026-03-02,就业社保和人才服务局,已答复,是,2026-03-05',
      ),
    )
    const id = String(answer.rows[0]?.id)
    const reply = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    expect(reply.body).toMatchObject({
      standing: 'over',
      issue: { stage: 'closed', history: true, closure: { type: 'recorded' } },
    })
    await opened.office.feed.idle()
    const month = today().slice(0, 7)
    const figures = await opened.ask('manager', 'GET', `/indicators?month=${month}`)
    expect((figures.body.rows as { counts: Record<string, number> }[])[0]?.counts).toMatchObject({
      history: 1,
      logged: 117,
    })
  })
})

describe('a file that is no ledger', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), 400],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 400],
    ['half of a workbook', sample.subarray(0, 9000), 400],
    ['a file beyond the limit', Buffer.alloc(4.5 * 1024 * 1024, 'a,b\n'), 413],
  ])('%s is refused with a sentence and changes nothing', async (_, bytes, status) => {
    const answer = (await importFile(bytes)) as unknown as { status: number; title: string }
    expect(answer.status).toBe(status)
    expect(answer.title).toMatch(/[\u4e00-\u9fff]/)
  })
})
