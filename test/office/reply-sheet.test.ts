import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { ReplySheetAnswer } from '../../core/api/reply-sheet.ts'
import { contactFields, financing, firmFields } from '../support/financing.ts'
import { officeOfFile } from '../support/office-of-file.ts'

const opened = await officeOfFile()
const banks = financing(opened)

const bearer = async (user: string) => ({ authorization: `Bearer ${await opened.office.token(user)}` })
const address = (query: string) => `${opened.office.origin}/api/v1/reply-sheets?${query}`

const take = async (query: string, by = 'finance-1') => {
  const answer = await fetch(address(query), { headers: await bearer(by) })
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const giveBack = async (file: Buffer, dryRun = false, by = 'finance-1') => {
  const answer = await fetch(address(`dryRun=${dryRun}`), {
    method: 'POST',
    headers: await bearer(by),
    body: new Uint8Array(file),
  })
  return { status: answer.status, body: (await answer.json()) as ReplySheetAnswer & { code?: string } }
}

type Cells = Record<string, ExcelJS.CellValue>
const sheetOf = async (file: Buffer) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  const heads = (sheet.getRow(1).values as string[]).slice(1)
  return { workbook, sheet, heads, at: (heading: string) => heads.indexOf(heading) + 1 }
}
/** Each row by the heads of its columns. */
const rowsOf = async (file: Buffer): Promise<Cells[]> => {
  const { sheet, heads } = await sheetOf(file)
  const rows: Cells[] = []
  sheet.eachRow((row, number) => {
    if (number > 1)
      rows.push(Object.fromEntries(heads.map((head, index) => [head, row.getCell(index + 1).value])))
  })
  return rows
}
/** As the bank fills it in with another program. */
const filledIn = async (file: Buffer, answers: Record<string, Cells>): Promise<Buffer> => {
  const { workbook, sheet, at } = await sheetOf(file)
  sheet.eachRow((row) => {
    for (const [head, value] of Object.entries(answers[String(row.getCell(1).value)] ?? {}))
      row.getCell(at(head)).value = value
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const issueOf = async (id: string) => (await opened.office.container.issues.load(id))?.issue
const referralsOf = async (id: string) => (await issueOf(id))?.financing?.referrals ?? []
const offer = {
  答复: '授信',
  '授信金额（万元）': 300,
  '年利率（基点，3.85%填385）': 385,
  '授信期限（月）': 12,
  授信方式: '信用',
}

describe('a reply sheet that is taken out for a bank', () => {
  it('holds what was consented to and nothing else, and that is written down as shown to the bank', async () => {
    const { id } = await banks.invited(['daqian'])
    const [row] = await rowsOf((await take(`bank=daqian&issue=${id}`)).bytes)
    expect(row).toMatchObject({
      推荐编号: `${id}-R01`,
      '需要金额（万元）': 500,
      '需要期限（月）': 12,
      是否首贷: '是',
    })
    expect(row).toMatchObject({
      担保方式: null,
      还款来源: null,
      诉求原文: null,
      联系人: null,
      联系电话: null,
    })
    const [disclosed, ...more] = (await issueOf(id))?.financing?.disclosures ?? []
    expect(more).toEqual([])
    expect(disclosed).toMatchObject({
      by: 'finance-1',
      bank: 'daqian',
      referral: 'R01',
      fields: [...firmFields],
      consents: ['C01'],
      sheet: true,
    })
  })

  it('tells the firm on its link what went out on it', async () => {
    const { id, code } = await banks.invited(['daqian'])
    await banks.contactConsent(code, 'daqian')
    await take(`bank=daqian&issue=${id}`)
    const { body } = await opened.ask(undefined, 'GET', '/track', undefined, { 'x-track-code': code })
    expect(body.financing).toMatchObject({
      disclosures: [{ fields: [...firmFields, ...contactFields], sheet: true }],
    })
  })

  it('holds the outline alone before consent, and again once it is withdrawn', async () => {
    const { id, code } = await banks.invited(['daqian'])
    await banks.must(banks.byLink(code, '/consents/C01/withdrawal'), 'withdrawal')
    const [row] = await rowsOf((await take(`bank=daqian&issue=${id}`)).bytes)
    expect(row).toMatchObject({
      推荐编号: `${id}-R01`,
      企业: null,
      统一社会信用代码: null,
      '需要金额（万元）': null,
    })
    expect(row?.概要).toContain('流动资金')
    expect((await issueOf(id))?.financing?.disclosures).toBeUndefined()
  })

  it('keeps what looks like a formula as text', async () => {
    const { id, code } = await banks.invited(['daqian'], 'finance-1', {
      content: '=HYPERLINK("http://x","贷款")',
    })
    await banks.must(banks.byLink(code, '/consents/C01/withdrawal'), 'withdrawal')
    await banks.consent(code, 'daqian', ['identity', 'content'])
    const [row] = await rowsOf((await take(`bank=daqian&issue=${id}`)).bytes)
    expect(row?.诉求原文).toBe('=HYPERLINK("http://x","贷款")')
  })

  it('for the whole bank has the referrals of the own department and not another’s', async () => {
    const { id } = await banks.invited(['daqian'])
    const { id: others } = await banks.invited(['daqian'], 'parks-1')
    const ids = (await rowsOf((await take('bank=daqian')).bytes)).map((row) => row.推荐编号)
    expect(ids).toContain(`${id}-R01`)
    expect(ids).not.toContain(`${others}-R01`)
    expect((await take(`bank=daqian&issue=${others}`)).status).toBe(403)
  })

  it('is refused where nothing waits for the bank', async () => {
    const { id } = await banks.invited(['daqian'])
    expect((await take(`bank=hanan&issue=${id}`)).status).toBe(409)
    expect((await take(`bank=nobody&issue=${id}`)).status).toBe(400)
  })
})

describe('a reply sheet that comes back', () => {
  it('is listed first and then written down as the bank’s answers, once', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push((await banks.invited(['hanan'])).id)
    const [yes, papers, seen, granted, no] = ids.map((id) => `${id}-R01`) as [
      string,
      string,
      string,
      string,
      string,
    ]
    const file = await filledIn((await take('bank=hanan')).bytes, {
      [yes]: { 答复: '受理' },
      [papers]: { 答复: '请补材料', 说明: '近两年审计报告' },
      [seen]: { 答复: '已尽调', 尽调日期: '2026-11-23' },
      [granted]: offer,
      [no]: { 答复: '未通过', 未通过原因: '材料不齐' },
    })
    const before = await opened.settled()
    const dry = await giveBack(file, true)
    expect(dry.body.counts).toMatchObject({ command: 5, stale: 0, error: 0 })
    expect(dry.body.rows.map(({ command }) => command).sort()).toEqual([
      'acceptReferral',
      'approveReferral',
      'askPapers',
      'declineReferral',
      'recordSurvey',
    ])
    expect(await opened.settled(), 'a dry run writes nothing').toBe(before)

    expect((await giveBack(file)).body.counts).toMatchObject({ done: 5, error: 0 })
    const states = await Promise.all(ids.map(async (id) => (await referralsOf(id))[0]?.state))
    expect(states).toEqual(['accepted', 'moreAsked', 'surveyed', 'approved', 'declined'])
    const events = await opened.ask('finance-1', 'GET', `/issues/${ids[3]}/events`)
    expect(JSON.stringify(events.body)).toContain('"source":"replySheet"')
    expect((await referralsOf(ids[3] ?? ''))[0]?.offer).toMatchObject({ amountYuan: 3_000_000, rateBp: 385 })
    expect((await giveBack(file)).body.counts).toMatchObject({ done: 0, stale: 5 })
  })

  it('leaves a row alone whose referral has changed since, and says so', async () => {
    const { id } = await banks.invited(['daqian'])
    const taken = (await take(`bank=daqian&issue=${id}`)).bytes
    await banks.done('finance-1', id, 'acceptReferral', { referral: 'R01', source: 'call' })
    const { body } = await giveBack(await filledIn(taken, { [`${id}-R01`]: offer }))
    expect(body.rows).toMatchObject([{ status: 'stale', command: 'approveReferral' }])
    expect((await referralsOf(id))[0]?.state).toBe('accepted')
  })

  it('asks for nothing where the bank wrote nothing', async () => {
    const { id } = await banks.invited(['daqian'])
    const { body } = await giveBack((await take(`bank=daqian&issue=${id}`)).bytes, true)
    expect(body.rows).toMatchObject([{ id: `${id}-R01`, status: 'unchanged' }])
  })

  it.each([
    ['an offer without a rate', { ...offer, '年利率（基点，3.85%填385）': null }, '还须填'],
    ['a reason for declining beside an approval', { ...offer, 未通过原因: '材料不齐' }, '不填'],
    ['an answer of its own making', { 答复: '原则同意' }, '请填：受理'],
    ['terms without an answer', { ...offer, 答复: null }, '没有选“答复”'],
    ['an amount that is none', { ...offer, '授信金额（万元）': '若干' }, '不是数字'],
    ['a survey that has not been', { 答复: '已尽调', 尽调日期: '2027-01-05' }, '不能晚于今天'],
    ['a version that was wiped', { ...offer, 版本: null }, '版本'],
  ])('says of %s what is wrong with it', async (_, cells, words) => {
    const { id } = await banks.invited(['daqian'])
    const taken = (await take(`bank=daqian&issue=${id}`)).bytes
    const { body } = await giveBack(await filledIn(taken, { [`${id}-R01`]: cells }))
    expect(body.rows).toMatchObject([{ status: 'error', message: expect.stringContaining(words) }])
    expect((await referralsOf(id))[0]?.state).toBe('invited')
  })

  it('is taken from nobody who may not write down that bank’s answers', async () => {
    const { id } = await banks.invited(['daqian'])
    const file = await filledIn((await take(`bank=daqian&issue=${id}`)).bytes, { [`${id}-R01`]: offer })
    const { body } = await giveBack(file, false, 'parks-1')
    expect(body.rows).toMatchObject([{ status: 'error' }])
    expect(JSON.stringify(body)).not.toContain('有限公司')
    expect((await giveBack(file, false, 'tiancheng-1')).status).toBe(403)
  })

  it('is told apart from a ledger and from a file that is none', async () => {
    expect((await giveBack(Buffer.from('企业名称,诉求内容,诉求类别\r\n'))).body.code).toBe('notAReplySheet')
    expect((await giveBack(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).status).toBe(400)
  })
})
