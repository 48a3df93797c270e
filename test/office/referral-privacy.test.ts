import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Operation, operations, routeOf } from '../../core/api/routes.ts'
import type { Financing } from '../../core/referral/parts.ts'
import { contactFields, financing, terms } from '../support/financing.ts'
import { openTestOffice, until } from '../support/office.ts'

const firm = { uscc: '91511099MA6100033A', name: '内江清流众合汽车零部件有限公司' }
const contact = { name: '郭佳宁', phone: '13912345678' }
const content = '甜城启明二期扩产，流动资金缺口较大，望协调贷款。'
/** What would tell the firm, or what it did not agree to tell; each written as nobody else's is. */
const secrets = {
  name: firm.name,
  uscc: firm.uscc,
  contact: contact.name,
  phone: contact.phone,
  content,
  details: '备货甜城启明二期订单',
  signatory: '赵启明',
}
type Secret = keyof typeof secrets

let opened: Awaited<ReturnType<typeof openTestOffice>>
let banks: ReturnType<typeof financing>
let id: string
let code: string
let anotherCode: string
beforeAll(async () => {
  opened = await openTestOffice()
  banks = financing(opened)
  await opened.ask('official-1', 'POST', '/firms', firm)
  id = await banks.roundWith(['tiancheng', 'hanan', 'daqian'], 'finance-1', { firm, contact, content })
  code = await banks.linkOf(id)
  await banks.consent(code, 'tiancheng', ['identity', 'amount'])
  await banks.done('finance-1', id, 'inviteBanks', { anonymously: true })
  await banks.says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
  anotherCode = (await banks.invited(['daqian'])).code
})
afterAll(() => opened.close())

const financingNow = async (): Promise<Financing> =>
  (await opened.office.container.issues.load(id))?.issue.financing ?? {}

/** Every address, filled with what is really there: both referrals, the issue, the firm, and each answer of a bank. */
const requestsTo = (operation: Operation): { path: string; body?: unknown }[] => {
  const { path, method } = routeOf(operation)
  const names = path.startsWith('/referrals') ? [`${id}-R01`, `${id}-R02`, `${id}-R03`] : [id]
  const commands = ['recordBankContact', 'acceptReferral', 'readReferral', 'withdrawReferral', 'addNote']
  const filled = names.flatMap((name) =>
    (path.includes('{command}') ? commands : ['']).map((command) =>
      path
        .replace('{id}', name)
        .replace('{uscc}', firm.uscc)
        .replace('{command}', command)
        .replace('{referral}', 'R01')
        .replace('{consent}', 'C01')
        .replace(/\{\w+\}/g, 'tiancheng'),
    ),
  )
  const queries =
    method === 'GET'
      ? ['', `?firm=${firm.uscc}`, '?queue=bank:tiancheng', '?q=清流', '?queue=department:finance']
      : ['']
  // A sheet names the bank for which it is, or it is none.
  const asked = path === '/reply-sheets' ? ['?bank=tiancheng', `?bank=hanan&issue=${id}`] : queries
  return filled.flatMap((one) =>
    asked.map((query) => ({ path: `${one}${query}`, ...(method === 'POST' && { body: {} }) })),
  )
}

/** What a caller learns by trying everything that there is. */
const learnt = async (user: string | undefined, headers: Record<string, string> = {}) => {
  const found = new Set<Secret>()
  for (const operation of operations) {
    const { method } = routeOf(operation)
    // Whoever signs out learns nothing more at all.
    if (operation === 'signOut') continue
    for (const { path, body } of requestsTo(operation)) {
      const reply = await opened.ask(user, method, path, body, headers)
      expect(reply.status, 'too fast to have learnt anything').not.toBe(429)
      const text = JSON.stringify(reply.body)
      for (const name of Object.keys(secrets) as Secret[]) if (text.includes(secrets[name])) found.add(name)
    }
  }
  return [...found].sort()
}

describe('by trying every address', () => {
  it('a bank that was not asked learns nothing of the firm', async () => {
    expect(await learnt('tuojiang-1')).toEqual([])
  })

  it('a bank that was asked before any consent learns nothing but the outline', async () => {
    expect(await learnt('hanan-1')).toEqual([])
    const { body } = await opened.ask('hanan-1', 'GET', `/referrals/${id}-R02`)
    expect(body).toMatchObject({
      outline: { amount: 'under1000', purpose: 'workingCapital' },
      disclosed: {},
      fields: [],
      authorised: false,
    })
    const approval = await banks.answer('hanan-1', `${id}-R02`, 'approveReferral', terms)
    expect([approval.status, approval.body.code]).toEqual([409, 'consentMissing'])
  })

  it('a bank with the firm’s authorisation learns just what that names', async () => {
    expect(await learnt('tiancheng-1')).toEqual(['name', 'uscc'])
    const { body } = await opened.ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect(body.disclosed).toMatchObject({ name: firm.name, uscc: firm.uscc, amountYuan: 5_000_000 })
    expect(Object.keys(body.disclosed as object)).not.toContain('termMonths')
  })

  it.each([
    ['nobody', undefined, false],
    ['an administrator', 'admin', false],
    ['another firm, by its own link', undefined, true],
  ])('%s learns nothing', async (_, user, byLink) => {
    expect(await learnt(user, byLink ? { 'x-track-code': anotherCode } : {})).toEqual([])
  })
})

describe('what was disclosed', () => {
  it('is written down once, however often the bank looks: which fields, to whom, when, under which consent', async () => {
    const before = (await financingNow()).disclosures ?? []
    expect(before).toMatchObject([
      { bank: 'tiancheng', by: 'tiancheng-1', fields: ['identity', 'amount'], consents: ['C01'] },
    ])
    for (let polls = 0; polls < 3; polls++) await opened.ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect((await financingNow()).disclosures).toEqual(before)
    await banks.contactConsent(code, 'tiancheng', contactFields)
    const seen = await opened.ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect(seen.body.disclosed).toMatchObject({ contactName: contact.name, contactPhone: contact.phone })
    expect((await financingNow()).disclosures?.[1]).toMatchObject({
      fields: ['identity', 'amount', 'contactName', 'contactPhone'],
      consents: ['C01', 'C02'],
    })
  })

  it('is shown to the firm on its link, with each consent as it was worded', async () => {
    const { body } = await opened.ask(undefined, 'GET', '/track', undefined, { 'x-track-code': code })
    const seen = body.financing as { consents: { text: string }[]; disclosures: unknown[] }
    expect(seen.disclosures).toHaveLength(2)
    expect(seen.consents[0]?.text).toContain('甜城银行内江高新支行')
  })

  it('is all that the bank ever learns once the firm has withdrawn: nothing new, and the name leaves its list', async () => {
    const listed = async () =>
      JSON.stringify((await opened.ask('tiancheng-1', 'GET', '/referrals')).body.items)
    expect(await listed()).toContain(firm.name)
    await banks.must(banks.byLink(code, '/consents/C01/withdrawal'), 'withdrawal')
    await banks.must(banks.byLink(code, '/consents/C02/withdrawal'), 'withdrawal')
    const told = (await financingNow()).disclosures
    expect(await learnt('tiancheng-1')).toEqual([])
    expect(await listed()).not.toContain(firm.name)
    const { body } = await opened.ask('tiancheng-1', 'GET', `/referrals/${id}-R01`)
    expect(body).toMatchObject({ disclosed: {}, fields: [], authorised: false })
    expect((await financingNow()).disclosures).toEqual(told)
    await until(async () => {
      const notices = (await opened.ask('tiancheng-1', 'GET', '/notices')).body.items as { kind: string }[]
      return notices.some(({ kind }) => kind === 'consentWithdrawn')
    }, 'the bank is told')
  })
})

describe('the holder of a bank’s link', () => {
  const byLink = (code: string) => ({ 'x-bank-code': code })

  it('learns before any consent nothing but the outline, and cannot approve', async () => {
    const bankCode = await banks.bankLinkOf(`${id}-R02`)
    expect(await learnt(undefined, byLink(bankCode))).toEqual([])
    const approval = await banks.byBankLink(bankCode, { answer: 'approveReferral', ...terms })
    expect([approval.status, approval.body.code]).toEqual([409, 'consentMissing'])
  })

  it('learns under consent just what that names, and each reading is on record as the link’s', async () => {
    await banks.consent(code, 'daqian', ['identity', 'amount'])
    const bankCode = await banks.bankLinkOf(`${id}-R03`)
    expect(await learnt(undefined, byLink(bankCode))).toEqual(['name', 'uscc'])
    const seen = (await banks.byBankLink(bankCode)).body
    expect(seen.disclosed).toMatchObject({ name: firm.name, uscc: firm.uscc, amountYuan: 5_000_000 })
    expect(JSON.stringify(seen)).not.toContain('hash')
    const { disclosures = [] } = await financingNow()
    expect(disclosures.at(-1)).toMatchObject({
      by: `bank-link:${id}-R03`,
      bank: 'daqian',
      fields: ['identity', 'amount'],
    })
  })

  it('opens nothing with a bearer’s name, nor with the code of another referral', async () => {
    const [one, two] = [await banks.bankLinkOf(`${id}-R03`), await banks.bankLinkOf(`${id}-R02`)]
    const secretOf = (code: string) => code.split('.')[1]
    for (const wrong of [`${id}-R03.${secretOf(two)}`, `${id}-R02.${secretOf(one)}`, anotherCode, id, '']) {
      expect((await banks.byBankLink(wrong)).status, wrong).toBe(401)
    }
    const asBearer = { authorization: `Bearer ${one}`, 'x-track-code': one }
    expect(await learnt(undefined, asBearer)).toEqual([])
  })

  it('learns nothing more once the firm has withdrawn, and nothing at all once it has answered', async () => {
    const bankCode = await banks.bankLinkOf(`${id}-R03`)
    await banks.must(banks.byLink(code, '/consents/C03/withdrawal'), 'withdrawal')
    expect(await learnt(undefined, byLink(bankCode))).toEqual([])
    expect((await banks.byBankLink(bankCode)).body).toMatchObject({ disclosed: {}, fields: [] })
    await banks.must(banks.byBankLink(bankCode, { answer: 'declineReferral', code: 'debts' }), 'decline')
    expect((await banks.byBankLink(bankCode)).status).toBe(401)
    expect(await learnt(undefined, byLink(bankCode))).toEqual([])
  })
})

it('the name of whoever signed is masked for those who only look on', async () => {
  const textFor = async (who: string) =>
    JSON.stringify([
      (await opened.ask(who, 'GET', `/issues/${id}`)).body,
      (await opened.ask(who, 'GET', `/issues/${id}/events`)).body,
    ])
  expect(await textFor('finance-1')).toContain(secrets.signatory)
  for (const who of ['manager', 'auditor']) expect(await textFor(who), who).not.toContain(secrets.signatory)
})
