import { consentTextNow } from '../../core/referral/consent.ts'
import { dateAdd, localDate } from '../../core/zone-time.ts'
import { type Cast, type Give, must } from './cast.ts'
import type { Part, Row } from './parts.ts'

const today = () => localDate(new Date().toISOString())

type Doing = { cast: Cast; give: Give; handler: string; row: Row; part: Part }

/** Posts, what was done to fill them, and who came: all of them, half of them, or nobody yet. */
const hire = async ({ give, handler, row, part }: Doing) => {
  const headcount = 8 + (part.sum % 9)
  const arrived = { solved: headcount, partly: Math.ceil(headcount / 2) }[part.ending.closure as string] ?? 0
  await give(handler, row.id, 'addPost', { title: '操作工', headcount, kind: 'full' })
  await give(handler, row.id, 'recordHelp', { kind: 'online', on: today(), post: 'P1' })
  const met = { introduced: headcount + 4, interviewed: headcount + 2, intended: headcount }
  await give(handler, row.id, 'recordFunnel', { post: 'P1', on: today(), ...met, arrived })
  if (part.ending.closure === 'partly')
    await give(handler, row.id, 'acceptPart', { via: 'call', on: today() })
}

/** Pre-check, application and what the tax office did with it; the money comes where the issue is solved. */
const refund = async ({ give, handler, row, part }: Doing) => {
  const asked = 100_000 * (1 + (part.sum % 30))
  const solved = part.ending.closure === 'solved'
  const said = { on: today(), saidBy: 'firm' }
  const estimateYuan = asked + 20_000
  await give(handler, row.id, 'recordPrecheck', {
    ...said,
    ...(solved ? { verdict: 'yes', estimateYuan } : { verdict: 'no' }),
  })
  if (!solved) return
  const step = (name: string, saidBy: string, amountYuan?: number) =>
    give(handler, row.id, 'recordRefundStep', {
      step: name,
      on: today(),
      saidBy,
      ...(amountYuan && { amountYuan }),
    })
  await step('applied', 'firm', asked)
  await step('accepted', 'taxOffice')
  await step('granted', 'taxOffice', asked - 10_000)
  await step('arrived', 'firm', asked - 10_000)
}

const banks = ['tiancheng', 'tuojiang', 'hanan', 'daqian'] as const
const need = {
  termMonths: 12,
  purpose: 'workingCapital',
  collateral: ['none'],
  repayment: 'sales',
  criteria: { operating: 'yes', premises: 'yes', realNeed: 'yes', credit: 'yes', lawfulPurpose: 'yes' },
  text: '备货和周转',
}

/** Two banks are asked under the firm's authorisation; one declines, the other may approve and pay out. */
const refer = async ({ cast, give, handler, row, part }: Doing) => {
  const amountYuan = 500_000 * (1 + (part.sum % 12))
  const asked = [0, 1].map((n) => banks[(part.sum + n) % banks.length] ?? banks[0])
  await give(handler, row.id, 'recordNeed', { ...need, amountYuan, firstLoan: part.sum % 5 === 0 })
  await give(handler, row.id, 'openRound', { mode: 'parallel', banks: asked.map((bank) => ({ bank })) })
  const token = await cast.tokenOf('dispatcher')
  const link = must('link', await cast.api('POST', `/issues/${row.id}/link`, { token, body: {} }))
  const byLink = async (path: string, body: object) =>
    must(path, await cast.api('POST', `/track${path}`, { code: String(link.code), body }))
  for (const bank of asked) {
    await byLink('/consents', {
      bank,
      kind: 'firm',
      fields: ['identity', 'amount', 'term', 'purposeDetails', 'firstLoan'],
      signatory: '法定代表人',
      capacity: 'legalRepresentative',
      textVersion: consentTextNow,
    })
  }
  await give(handler, row.id, 'inviteBanks')
  const answer = async (n: number, command: string, body: object) => {
    const bankToken = await cast.tokenOf(`${asked[n]}-1`)
    const path = `/referrals/${row.id}-R0${n + 1}/commands/${command}`
    must(`${command} ${row.id}`, await cast.api('POST', path, { token: bankToken, body }))
  }
  await answer(0, 'declineReferral', { code: part.sum % 2 === 0 ? 'tooYoung' : 'collateral' })
  const money = { solved: amountYuan, partly: amountYuan / 2 }[part.ending.closure as string]
  if (!money) return answer(1, 'declineReferral', { code: 'debts' })
  const terms = { rateBp: 330 + (part.sum % 60), termMonths: 12, credit: 'credit' }
  await answer(1, 'approveReferral', { amountYuan: money, ...terms })
  await byLink('/choice', { referral: 'R02' })
  await answer(1, 'recordDrawdown', { amountYuan: money, on: today() })
}

const doings = { hiring: hire, taxRefund: refund, financing: refer } as const
const facts = { hiring: 'hiring', taxRefund: 'refund', financing: 'financing' } as const

/** What a department does before it says that something is done; of money, only a part goes through the office. */
export const bringAbout = async (doing: Doing): Promise<void> => {
  const { cast, handler, row, part } = doing
  if (!(row.category in doings)) return
  const category = row.category as keyof typeof doings
  if (category === 'financing' && (row.department !== 'finance' || part.sum % 3 !== 0)) return
  const view = await cast.api('GET', `/issues/${row.id}`, { token: await cast.tokenOf(handler) })
  // A firm that disagreed brings the issue back: what was recorded then stands.
  if (!view.ok || (view.body.issue as Record<string, unknown>)[facts[category]] !== undefined) return
  await doings[category](doing)
}

/** Teams go to firms on the first days; at one of them there is nothing to hear, and a fair is held. */
export const visitFirms = async ({ api, tokenOf }: Cast): Promise<string> => {
  const token = await tokenOf('dispatcher')
  const roster = must('roster', await api('GET', '/roster?limit=40', { token }))
  const firms = (roster.items as { uscc: string }[]).map(({ uscc }) => uscc)
  const on = today()
  for (const [n, uscc] of firms.entries()) {
    const official = `official-${2 * (n % 5) + 1}`
    const body = { kind: 'visit', on, team: `team-${(n % 5) + 1}`, firms: [uscc], noIssues: true }
    must('visit', await api('POST', '/visits', { token: await tokenOf(official), body }))
  }
  const forum = { kind: 'forum', on, team: 'team-1', firms: firms.slice(0, 12), trained: 36, leaflets: 120 }
  const official = await tokenOf('official-1')
  must('forum', await api('POST', '/visits', { token: official, body: { ...forum, line: '惠企政策恳谈会' } }))
  const fair = { title: '园区专场招聘会', on: dateAdd(on, -1), place: '高桥园区', team: 'team-1' }
  must('fair', await api('POST', '/fairs', { token: official, body: { ...fair, visitors: 320 } }))
  return `走访 ${firms.length} 户，恳谈会 1 场，招聘会 1 场`
}
