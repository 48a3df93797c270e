import firms from '../../../samples/firms.json' with { type: 'json' }
import { financing, terms } from '../../support/financing.ts'
import { type Ask, asPeople, type openTestOffice, until } from '../../support/office.ts'
import { today } from '../../support/today.ts'

type Office = Awaited<ReturnType<typeof openTestOffice>>

const said = {
  financing: '扩建二期厂房，希望贷款800万元，两年期，缺抵押物。',
  hiring: '招不到熟练焊工，缺口20人，请协助对接职业院校。',
  taxRefund: '留抵税额较大，希望办理留抵退税。',
} as const
const kinds = Object.keys(said) as (keyof typeof said)[]

const firmAt = (index: number) => {
  const firm = firms[index]
  if (!firm) throw new Error(`no sample firm ${index}`)
  return { uscc: firm.uscc, name: firm.name }
}

const ok = async (asked: ReturnType<Ask>) => {
  const { status, body } = await asked
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** An office with something on every page: what there is to be seen, by name. */
export const busyOffice = async (office: Office) => {
  const { ask, command } = office
  const on = today()
  const log = async (index: number, category: keyof typeof said) => {
    const urgency = index % 4 === 0 ? 'urgent' : 'ordinary'
    const body = { firm: firmAt(index), category, urgency, content: said[category] }
    return String((await ok(ask('official-1', 'POST', '/issues', body))).id)
  }
  const give = (user: string, id: string, name: string, input: unknown = {}) =>
    until(async () => (await command(user, id, name, input)).status < 300, `${name} of ${id}`)

  for (let index = 3; index < 12; index += 1) await log(index, kinds[index % 3] ?? 'financing')
  const issue = await log(0, 'financing')
  await give('finance-1', issue, 'acceptAssignment')
  await give('finance-1', issue, 'recordContact', { channel: 'phone' })

  const hiring = await log(1, 'hiring')
  await give('talent-1', hiring, 'acceptAssignment')
  await give('talent-1', hiring, 'addPost', {
    title: '熟练焊工',
    headcount: 20,
    kind: 'full',
    wageFromYuan: 6000,
    wageToYuan: 8500,
    schooling: 'secondary',
    shifts: 'two',
    insurance: 'five',
    board: 'both',
    place: '白马园区',
  })
  await give('talent-1', hiring, 'recordFunnel', { post: 'P1', on, confirmed: 20, arrived: 6 })

  const refund = await log(2, 'taxRefund')
  await give('tax-1', refund, 'acceptAssignment')
  await give('tax-1', refund, 'checkPapers', { ready: ['form', 'vatReturn'], on, saidBy: 'firm' })

  const banks = financing({ ...asPeople(office.office), ask, command })
  const { id: loan, code } = await banks.invited(['tiancheng', 'hanan'], 'finance-1', {
    content: '备货甜城启明二期订单，需流动资金500万元，一年期。',
  })
  await banks.says('tiancheng-1', `${loan}-R01`, 'approveReferral', terms)
  const asked = await banks.roundWith(['tiancheng'], 'finance-1', { content: '想换一家银行续贷两百万元。' })

  const closing = await log(12, 'financing')
  await give('finance-1', closing, 'acceptAssignment')
  await give('finance-1', closing, 'recordContact', { channel: 'phone' })
  await give('finance-1', closing, 'proposeClosure', { closure: 'solved', text: '已对接银行，放款800万元。' })

  const fair = {
    title: '白马园区春季专场',
    on,
    place: '白马园区广场',
    visitors: 320,
    issues: [hiring],
  }
  await ok(ask('talent-1', 'POST', '/fairs', fair))
  const visit = { kind: 'visit', on, firms: [firmAt(20).uscc], noIssues: true, trained: 12 }
  await ok(ask('official-1', 'POST', '/visits', visit))
  return {
    firm: firmAt(0).uscc,
    issue,
    hiring,
    refund,
    loan,
    link: `/t/#${await banks.linkOf(closing)}`,
    consents: `/t/#${await banks.linkOf(asked)}`,
    offers: `/t/#${code}`,
    bankLink: `/b/#${await banks.bankLinkOf(`${loan}-R02`)}`,
  }
}
export type Busy = Awaited<ReturnType<typeof busyOffice>>
