import { consentTextNow } from '../../core/referral/consent.ts'
import type { Ask, Reply } from './office.ts'
import { aFirm, stories } from './stories.ts'

type People = {
  ask: Ask
  command: (user: string, id: string, name: string, input?: unknown, headers?: object) => Promise<Reply>
}

/** A need that lacks nothing. */
export const wholeNeed = {
  amountYuan: 5_000_000,
  termMonths: 12,
  purpose: 'workingCapital',
  collateral: ['none'],
  repayment: 'sales',
  firstLoan: true,
  criteria: { operating: 'yes', premises: 'yes', realNeed: 'yes', credit: 'yes', lawfulPurpose: 'yes' },
  text: '备货甜城启明二期订单',
}
export const firmFields = ['identity', 'amount', 'term', 'purposeDetails', 'firstLoan'] as const
export const contactFields = ['contactName', 'contactPhone'] as const

const departments = {
  'finance-1': 'finance',
  'parks-1': 'parks',
  'parks-2': 'parks',
  'talent-1': 'talent',
} as const
export type Runner = keyof typeof departments

export const terms = { amountYuan: 3_000_000, rateBp: 385, termMonths: 12, credit: 'credit' }

/** Financing issues brought to where banks have them, through the API. */
export const financing = (people: People) => {
  const { ask, command } = people
  const tell = stories(people)

  const must = async (asked: Promise<Reply>, what: string) => {
    const reply = await asked
    if (reply.status >= 300) throw new Error(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const done = (by: string, id: string, name: string, input: unknown = {}) =>
    must(command(by, id, name, input), name)

  /** In the hands of the office that runs it: the finance department, or another it was transferred to. */
  const inHand = async (by: Runner = 'finance-1', more: Record<string, unknown> = {}) => {
    const official = { 'talent-1': 'official-3', 'parks-2': 'official-2' }[by as string] ?? 'official-1'
    const body = { ...tell.request('own', { firm: { uscc: aFirm } }), category: 'financing', ...more }
    const id = String((await must(ask(official, 'POST', '/issues', body), 'logIssue')).id)
    await tell.reaches(id, 'assigned')
    if (by !== 'finance-1') await done('dispatcher', id, 'transferIssue', { department: departments[by] })
    await done(by, id, 'acceptAssignment')
    await done(by, id, 'recordNeed', wholeNeed)
    return id
  }

  const roundWith = async (banks: readonly string[], by: Runner = 'finance-1', more = {}) => {
    const id = await inHand(by, more)
    await done(by, id, 'openRound', { mode: 'parallel', banks: banks.map((bank) => ({ bank })) })
    return id
  }

  const linkOf = async (id: string) =>
    String((await must(ask('dispatcher', 'POST', `/issues/${id}/link`), 'link')).code)

  const byLink = (code: string, path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    ask(undefined, 'POST', `/track${path}`, body, { 'x-track-code': code, ...headers })

  const consent = (code: string, bank: string, fields: readonly string[] = firmFields) =>
    must(
      byLink(code, '/consents', {
        bank,
        kind: 'firm',
        fields,
        signatory: '赵启明',
        capacity: 'legalRepresentative',
        textVersion: consentTextNow,
      }),
      'consent',
    )
  const contactConsent = (code: string, bank: string, fields: readonly string[] = contactFields) =>
    must(
      byLink(code, '/consents', {
        bank,
        kind: 'contact',
        fields,
        signatory: '赵总',
        capacity: 'self',
        textVersion: consentTextNow,
      }),
      'contact consent',
    )

  /** Banks are asked, each under the firm's authorisation. */
  const invited = async (banks: readonly string[], by: Runner = 'finance-1', more = {}) => {
    const id = await roundWith(banks, by, more)
    const code = await linkOf(id)
    for (const bank of banks) await consent(code, bank)
    await done(by, id, 'inviteBanks')
    return { id, code }
  }

  const answer = (banker: string, referral: string, name: string, input: unknown = {}, headers = {}) =>
    ask(banker, 'POST', `/referrals/${referral}/commands/${name}`, input, headers)
  const says = (banker: string, referral: string, name: string, input: unknown = {}) =>
    must(answer(banker, referral, name, input), name)

  const bankLinkOf = async (referral: string, by = 'finance-1') =>
    String((await must(ask(by, 'POST', `/referrals/${referral}/link`, {}), 'bank link')).code)
  const byBankLink = (code: string, said?: object, headers: Record<string, string> = {}) =>
    ask(undefined, said ? 'POST' : 'GET', `/bank-link${said ? '/answers' : ''}`, said, {
      'x-bank-code': code,
      ...headers,
    })

  return {
    ...tell,
    bankLinkOf,
    byBankLink,
    must,
    done,
    inHand,
    roundWith,
    linkOf,
    byLink,
    consent,
    contactConsent,
    invited,
    answer,
    says,
  }
}
