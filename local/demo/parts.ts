import type { Category, ClosureType, Stage } from '../../core/words.ts'

/** An issue as a list shows it. */
export type Row = {
  id: string
  version: number
  stage: Stage
  category: Category
  department?: string
  firm: { name: string }
  summary: string
}

/** What a department says at the end, in the manner of such offices, and of what kind the answer is. */
type Ending = {
  closure: ClosureType
  text: string
  reviewOn?: true
  verify?: { what: string; amountYuan?: number; headcount?: number }
}

const endings: Record<Category, readonly Ending[]> = {
  hiring: [
    {
      closure: 'solved',
      text: '已组织专场招聘，人员陆续到岗。',
      verify: { what: 'peopleAtWork', headcount: 12 },
    },
    {
      closure: 'partly',
      text: '招聘会后到岗一半，其余岗位已对接职业院校。',
      verify: { what: 'peopleAtWork', headcount: 5 },
    },
    { closure: 'explained', text: '已说明人才引进政策的适用范围，并推荐人力资源机构。' },
  ],
  financing: [
    {
      closure: 'solved',
      text: '银行已批复并放款。',
      verify: { what: 'moneyArrived', amountYuan: 3_000_000 },
    },
    {
      closure: 'partly',
      text: '银行批复额度低于需求，已先行放款。',
      verify: { what: 'moneyArrived', amountYuan: 1_500_000 },
    },
    { closure: 'notYet', text: '企业成立未满一年，暂不符合产品条件，已列入跟踪。', reviewOn: true },
  ],
  taxRefund: [
    {
      closure: 'solved',
      text: '留抵退税已核准，款项已退库。',
      verify: { what: 'refundReceived', amountYuan: 800_000 },
    },
    { closure: 'explained', text: '已上门讲解按月申请的条件，企业下月起自行申请。' },
  ],
  policy: [
    { closure: 'explained', text: '已逐条答复申报条件和材料清单。' },
    { closure: 'solved', text: '奖补资金已拨付。', verify: { what: 'policyApplied', amountYuan: 200_000 } },
    { closure: 'notPermitted', text: '该项奖补不适用于本行业，已书面说明依据。' },
  ],
  other: [
    { closure: 'solved', text: '现场已整改完毕。', verify: { what: 'workDone' } },
    { closure: 'passedUp', text: '需市级部门协调，已上报并告知企业。' },
  ],
}

/** The same issue always plays the same part, whatever order the queues come in. */
export const partOf = (row: Pick<Row, 'summary' | 'firm' | 'category'>) => {
  const sum = [...`${row.firm.name}${row.summary}`].reduce(
    (all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    7,
  )
  const choices = endings[row.category]
  const [first] = choices
  const ending = choices[sum % choices.length] ?? first
  if (!ending) throw new Error(`no ending for ${row.category}`)
  return {
    sum,
    ending,
    /** Some are honestly left open: a reply with the date of the next one, and no closure. */
    staysOpen: sum % 23 === 0,
    /** Some firms do not agree the first time. */
    disputesFirst: sum % 11 === 3,
    /** Some departments return what is not theirs; the dispatcher sends it back. */
    returnedFirst: sum % 29 === 5,
    /** Half of the firms answer by their link, the others when the team calls. */
    byLink: sum % 2 === 0,
    satisfaction: sum % 7 === 0 ? 'fairly' : sum % 13 === 0 ? 'dissatisfied' : 'satisfied',
  }
}
export type Part = ReturnType<typeof partOf>
