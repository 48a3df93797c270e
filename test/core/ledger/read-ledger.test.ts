import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../core/ledger/cell.ts'
import { duplicatesWithin } from '../../../core/ledger/duplicates.ts'
import { readLedger } from '../../../core/ledger/read-ledger.ts'
import { aFirm, aSheet, onlyRow, reading } from './a-ledger.ts'

const complete = aSheet(
  {
    走访日期: '2026-03-11',
    '资金需求（万元）': 300,
    '期限（月）': '12',
    联系人: '冯总',
    手机: '13800001632',
    备注: '',
  },
  {
    走访日期: '2026-03-12',
    '资金需求（万元）': '1.5亿',
    统一社会信用代码: '91511099MA6000024R',
    诉求类别: '用工',
  },
)

describe('limits that the law forbids', () => {
  const row = { 诉求类别: '用工', 诉求内容: '招普工20人，限女，年龄不限。' }
  it('are pointed out in the preview of a ledger, with the law, and the row can still be imported', () => {
    const { draft, codes } = onlyRow(row)
    expect(codes).toEqual(['unlawfulLimit'])
    expect(draft).toMatchObject({ category: 'hiring' })
  })
  it('are looked for in issues of hiring alone', () => {
    expect(onlyRow({ ...row, 诉求类别: '其他' }).codes).toEqual([])
  })
})

describe('the header', () => {
  it('is found under titles, the unit line and blank rows', () => {
    const title: Cell[] = ['内江高新区2026年企业诉求台账', null, null]
    const read = reading([title, [], ['单位：万元'], ...aSheet({ 融资金额: 300 })])
    expect(read.rows).toMatchObject([{ row: 1, sheetRow: 5, draft: { need: { amountYuan: 3_000_000 } } }])
  })

  it('may have its columns in any order', () => {
    const width = complete[0]?.length ?? 0
    const asItIs = reading(complete).rows
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(width).keys()], { minLength: width }), (order) => {
        expect(reading(complete.map((row) => order.map((at) => row[at] ?? null))).rows).toEqual(asItIs)
      }),
    )
  })

  it('is known by its synonyms', () => {
    const [headings = [], ...rows] = complete
    const other: Record<string, string> = {
      企业名称: '单位名称',
      统一社会信用代码: '税号',
      诉求类别: '问题类型',
      诉求内容: '反映问题',
      走访日期: '日期',
      '资金需求（万元）': '融资金额(万元)',
      '期限（月）': '贷款期限（月）',
      联系人: '企业联系人',
      手机: '联系电话',
      备注: '说明',
    }
    const renamed = headings.map((heading) => other[String(heading)] ?? heading)
    expect(reading([renamed, ...rows]).rows).toEqual(reading(complete).rows)
  })

  it('that lies deeper than 20 rows, or is none, is not found', () => {
    expect(readLedger([...Array.from({ length: 20 }, () => ['说明']), ...complete])).toMatchObject({
      code: 'notALedgerFile',
    })
    expect(
      readLedger([
        ['姓名', '年龄'],
        ['张三', 40],
      ]),
    ).toMatchObject({ code: 'notALedgerFile' })
    expect(readLedger([])).toMatchObject({ code: 'notALedgerFile' })
  })

  it('is no data where it comes again, as on each printed page', () => {
    const [headings = [], ...rows] = complete
    expect(reading([headings, headings, ...rows, headings, ...rows]).rows.map((row) => row.sheetRow)).toEqual(
      [3, 4, 6, 7],
    )
  })

  it('is missed by column, and every row says so too', () => {
    const read = reading(aSheet().map((row) => row.filter((_, at) => at !== 1)))
    expect(read.messages).toMatchObject([{ level: 'error', code: 'columnMissing' }])
    expect(read.rows[0]).not.toHaveProperty('draft')
  })
})

describe('columns', () => {
  it('that are unknown or nameless are reported, and what they say goes into the remark', () => {
    const [headings = [], row = []] = aSheet({ 备注: '急盼', 行业: '电子' })
    const read = reading([headings, [...row, '另见附件']])
    expect(read.columns).toContainEqual({ heading: '行业' })
    expect(read.messages.map((message) => [message.code, message.column])).toEqual([
      ['columnUnknown', '行业'],
      ['columnUnknown', '第7列'],
    ])
    expect(read.rows[0]?.draft?.remark).toBe('急盼\n行业：电子\n第7列：另见附件')
  })

  it('of one meaning: the first counts, the second is told and kept in the remark', () => {
    const read = reading(aSheet({ 联系电话: '13800001632', 手机: '13900001632' }))
    expect(read.messages).toMatchObject([{ level: 'warning', code: 'columnRepeated', column: '手机' }])
    expect(read.rows[0]?.draft).toMatchObject({
      firm: { contact: { phone: '13800001632' } },
      remark: '手机：13900001632',
    })
  })
})

describe('rows', () => {
  it('that are blank are left out and keep their place in the count', () => {
    const [headings = [], one = [], two = []] = complete
    const read = reading([headings, [], one, [null, '  '], [], two, []])
    expect(read.rows.map(({ row, sheetRow }) => [row, sheetRow])).toEqual([
      [1, 3],
      [4, 6],
    ])
  })

  it('that are only numbered are blank', () => {
    const read = reading([...aSheet({ 序号: 1 }), [null, null, null, null, 2]])
    expect(read.rows).toHaveLength(1)
  })

  it('of sums and footnotes are left out, and that is told', () => {
    const read = reading([...complete, ['合 计', null, null, null, null, 15300], ['填表人：王五']])
    expect(read.rows).toHaveLength(2)
    expect(read.messages.map((message) => message.code)).toEqual(['rowSkipped', 'rowSkipped'])
  })

  it('are at most 1,000', () => {
    const [headings = [], row = []] = aSheet()
    const rows = (count: number) => [headings, ...Array.from({ length: count }, () => row)]
    expect(reading(rows(1000)).rows).toHaveLength(1000)
    expect(readLedger(rows(1001))).toMatchObject({ code: 'tooManyRows' })
  })

  it('that state the same fact point to the first that did', () => {
    const wrong = { 诉求类别: '' }
    const read = reading(
      aSheet(wrong, {}, { 诉求内容: ' 需贷款３００万元' }, { 诉求类别: '政策' }, wrong, {}),
    )
    expect([...duplicatesWithin(read.rows)]).toEqual([
      [3, 2],
      [6, 2],
    ])
  })
})

describe('a row', () => {
  it('without a mistake is a draft without messages', () => {
    expect(reading(complete).rows[0]).toEqual({
      row: 1,
      sheetRow: 2,
      messages: [],
      draft: {
        firm: {
          uscc: '91511099MA6000016Y',
          name: '内江甜城电子有限公司',
          contact: { name: '冯总', phone: '13800001632' },
        },
        category: 'financing',
        content: '需贷款300万元。',
        urgency: 'ordinary',
        heard: { kind: 'visit', on: '2026-03-11' },
        need: { amountYuan: 3_000_000, termMonths: 12 },
      },
    })
  })

  it.each([
    [{ 企业名称: '' }, 'firmNameMissing'],
    [{ 统一社会信用代码: null }, 'usccMissing'],
    [{ 统一社会信用代码: '9151' }, 'usccLength'],
    [{ 统一社会信用代码: '91511099MA600001OY' }, 'usccAlphabet'],
    [{ 统一社会信用代码: Number('123502001549897397') }, 'usccLostDigits'],
    [{ 统一社会信用代码: '1.23502E+17' }, 'usccLostDigits'],
    [{ 诉求类别: '' }, 'categoryMissing'],
    [{ 诉求类别: '用地' }, 'categoryUnknown'],
    [{ 诉求内容: ' \n' }, 'contentMissing'],
    [{ 诉求内容: '难'.repeat(2001) }, 'contentTooLong'],
  ] as Record<string, Cell>[][])('%j has no draft: %s', (row, code) => {
    expect(onlyRow(row ?? {})).toEqual({ draft: undefined, codes: [code] })
  })

  it.each([
    [{ 统一社会信用代码: '91350100M0001TGQXM' }, 'usccCheckDigit'],
    [{ 手机: '1380000163' }, 'phoneWrong'],
    [{ '资金需求（万元）': '面议' }, 'numberUnreadable'],
    [{ '资金需求（万元）': '300-500' }, 'numberAssumed'],
    [{ 走访日期: '近期' }, 'dateUnreadable'],
    [{ 走访日期: '#REF!' }, 'formulaError'],
    [{ 是否办结: '基本到位' }, 'closedUnclear'],
    [{ 需求岗位: '焊'.repeat(61) }, 'textTooLong'],
  ] as Record<string, Cell>[][])('%j has a draft and the warning %s', (row, code) => {
    expect(onlyRow(row ?? {})).toEqual({ draft: expect.any(Object), codes: [code] })
  })

  it('with several mistakes tells them all at once', () => {
    expect(onlyRow({ 统一社会信用代码: '', 诉求类别: '', 诉求内容: '', 手机: '12' }).codes).toEqual([
      'usccMissing',
      'phoneWrong',
      'categoryMissing',
      'contentMissing',
    ])
  })

  it('names the five categories where it knows none of them, and the column as the ledger has it', () => {
    const [row] = reading(aSheet({ 诉求类别: '用地' })).rows
    expect(row?.messages).toMatchObject([
      { column: '诉求类别', text: expect.stringContaining('用工、融资、退税、政策、其他') },
    ])
  })

  it('takes the year of the other dates in its column', () => {
    const read = reading(aSheet({ 日期: '2026-03-11' }, { 日期: '4月2日', 诉求内容: '缺工' }))
    expect(read.rows[1]).toMatchObject({
      draft: { heard: { on: '2026-04-02' } },
      messages: [{ code: 'dateAssumed' }],
    })
  })

  it('has the contact and the number apart where they stand in one cell', () => {
    const { draft } = onlyRow({ 联系人及电话: '冯总（13800001632）' })
    expect(draft?.firm.contact).toEqual({ name: '冯总', phone: '13800001632' })
  })

  it.each(['0832-2041234', '400-123-4567', '+86 138 0000 1632', 13800001632, '13800001632/13900001632'])(
    'takes %s for a telephone',
    (phone) => {
      expect(onlyRow({ 联系电话: phone }).codes).toEqual([])
    },
  )

  it('says where it was heard', () => {
    const { draft } = onlyRow({ 恳谈会: '第一次非公企业恳谈会', 日期: 46092, 工作队: '第1工作队' })
    expect(draft?.heard).toEqual({
      kind: 'forum',
      title: '第一次非公企业恳谈会',
      on: '2026-03-11',
      team: '第1工作队',
    })
    expect(onlyRow({ 来源: '走访' }).draft?.heard).toEqual({ kind: 'visit' })
  })
})

describe('progress', () => {
  const closing = { 责任单位: '金融工作局', 办理情况: '已对接银行。', 是否办结: '是', 办结时间: '2026/4/1' }

  it('is read with who, what and when', () => {
    expect(onlyRow(closing).draft?.progress).toEqual({
      department: '金融工作局',
      text: '已对接银行。',
      closed: true,
      closedOn: '2026-04-01',
    })
  })

  it('is closed by a date of closing alone', () => {
    expect(onlyRow({ 办结日期: '2026-04-01' }).draft?.progress).toEqual({
      closed: true,
      closedOn: '2026-04-01',
    })
  })

  it('is open where the ledger says so, whatever date stands beside it', () => {
    const { draft, codes } = onlyRow({ ...closing, 是否办结: '办理中' })
    expect(draft?.progress).toEqual({ department: '金融工作局', text: '已对接银行。', closed: false })
    expect(codes).toEqual(['closedContradicted'])
  })

  it('is absent where the columns are empty', () => {
    expect(onlyRow({ 责任单位: '', 是否办结: null }).draft).not.toHaveProperty('progress')
  })
})

it('any cells whatever are read or refused, never thrown at', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...Object.keys(aFirm),
      '日期',
      '期限（月）',
      '金额',
      '联系人',
      '91511099MA6000016Y',
      '融资',
      '1-2年',
    ),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ date: '2026-03-11' }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), (rows) => {
      const headings = [
        ...Object.keys(aFirm),
        '日期',
        '期限（月）',
        '金额',
        '联系人及电话',
        '办结时间',
        '备注',
      ]
      for (const cells of [rows, [headings, ...rows]]) expect(readLedger(cells)).toBeTypeOf('object')
    }),
    { numRuns: 300 },
  )
})
