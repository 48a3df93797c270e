import type { Exported } from './independent-recount.ts'

/**
 * What banks, posts and tax offices made of issues, worked out a second time: plain code over exported events and
 * visits, by the definitions and without a line of what the office itself counts with.
 */
const day = (instant: string) => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)
const text = (value: unknown) => String(value)
const number = (value: unknown) => Number(value ?? 0)
const total = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

type Money = { amount: number; rate: number; lpr: number | undefined; credit: string; renewal: boolean }
type Asked = {
  bank: string
  invited?: Exported
  contacted?: string
  accepted?: true
  decided?: string
  offer?: number
  chosen?: true
  declined?: string
  lapsed?: true
  missed: Set<string>
  money: Money[]
}
type Place = { headcount: number; counts: Record<string, number>; came: string[]; cancelled?: true }
type Step = { on: string; amount: number | undefined }

const contacts = new Set([
  'BankContacted',
  'ReferralAccepted',
  'PapersAsked',
  'FirmSurveyed',
  'ReferralApproved',
])
const acceptances = new Set(['ReferralAccepted', 'PapersAsked', 'FirmSurveyed', 'ReferralApproved'])

const banksOf = (events: readonly Exported[]) => {
  const asked = new Map<string, Asked>()
  for (const event of events) {
    if (typeof event.referral !== 'string') continue
    const one = asked.get(event.referral) ?? { bank: text(event.bank), missed: new Set(), money: [] }
    asked.set(event.referral, one)
    const { type, at } = event
    if (type === 'BankInvited') one.invited = event
    if (contacts.has(type)) one.contacted ??= at
    if (acceptances.has(type)) one.accepted = true
    if (type === 'ReferralApproved') Object.assign(one, { decided: at, offer: number(event.amountYuan) })
    if (type === 'ReferralDeclined')
      Object.assign(one, { decided: one.decided ?? at, declined: text(event.code) })
    if (type === 'OfferChosen') one.chosen = true
    if (type === 'ReferralLapsed') one.lapsed = true
    if (type === 'BankOverdueRecorded') one.missed.add(text(event.clock))
    if (type === 'MoneyDrawn')
      one.money.push({
        amount: number(event.amountYuan),
        rate: number(event.rateBp),
        lpr: event.lprBp === undefined ? undefined : number(event.lprBp),
        credit: text(event.credit),
        renewal: event.renewal === true,
      })
  }
  return [...asked.values()].filter(({ invited }) => invited)
}

const postsOf = (events: readonly Exported[]) => {
  const posts = new Map<string, Place>()
  for (const event of events) {
    const { type } = event
    const added =
      type === 'IssueLogged' || type === 'PostsAdded' ? (event.posts as Exported[] | undefined) : []
    for (const { id, headcount } of added ?? [])
      posts.set(text(id), { headcount: number(headcount), counts: {}, came: [] })
    if (type === 'StayCounted')
      for (const { post, people } of event.counts as { post: string; people: number }[])
        Object.assign(posts.get(post)?.counts ?? {}, { stayed: people })
    const post = posts.get(text(event.post))
    if (!post) continue
    if (type === 'PostChanged') post.headcount = number((event.facts as { headcount: number }).headcount)
    if (type === 'PostCancelled') post.cancelled = true
    if (type !== 'FunnelRecorded' && type !== 'FunnelCorrected') continue
    const counts = event.counts as Record<string, number | undefined>
    for (const [step, count] of Object.entries(counts)) if (count !== undefined) post.counts[step] = count
    // One date for each person who came; who turns out not to have come was the last of them.
    const { arrived = post.came.length } = counts
    while (post.came.length < arrived) post.came.push(text(event.on))
    post.came.sort().splice(arrived)
  }
  return [...posts.values()].filter(({ cancelled }) => !cancelled)
}

const refundOf = (events: readonly Exported[]) => {
  let precheck: { verdict: string; estimate: number | undefined } | undefined
  let present: Map<string, Step> | undefined
  for (const event of events) {
    if (event.type === 'RefundPrechecked')
      precheck = {
        verdict: text(event.verdict),
        estimate: event.estimateYuan === undefined ? undefined : number(event.estimateYuan),
      }
    const recorded = event.type === 'RefundStepRecorded'
    if (!recorded && event.type !== 'RefundStepCorrected') continue
    if (recorded && (event.step === 'applied' || !present)) present = new Map()
    const amount = event.amountYuan === undefined ? undefined : number(event.amountYuan)
    present?.set(text(event.step), { on: text(event.on), amount })
  }
  return { precheck, present }
}

/** What became of one issue with others, told from its events. */
export const outcomesOf = (events: readonly Exported[]) => {
  const over = events.findIndex(({ type }) =>
    ['IssueDeclined', 'IssueWithdrawn', 'IssueMerged'].includes(type),
  )
  const told = over < 0 ? events : []
  return { logged: text(events[0]?.at), asked: banksOf(told), posts: postsOf(told), refund: refundOf(told) }
}
export type Outcomes = ReturnType<typeof outcomesOf>

type Ratio = { part: number; whole?: number }
type Figures = Record<string, Ratio>

/** The offer that counts for a need: the one chosen, else the largest. */
const approvedOf = (asked: readonly Asked[]) => {
  const chosen = asked.find((one) => one.chosen && one.offer !== undefined)
  return chosen?.offer ?? Math.max(0, ...asked.map(({ offer = 0 }) => offer))
}

/** Figures of banks; the needs are those of the issues, each with its firm and the banks that count in the row. */
export const bankFigures = (needs: readonly { firm: string; asked: readonly Asked[] }[]): Figures => {
  const asking = needs.filter(({ asked }) => asked.length > 0)
  const referred = asking.map(({ asked }) => asked)
  /** Firms of which any issue is so: a firm with three issues is one firm. */
  const firms = (is: (asked: readonly Asked[]) => boolean) =>
    new Set(asking.filter(({ asked }) => is(asked)).map(({ firm }) => firm)).size
  const isFunded = (asked: readonly Asked[]) => asked.some(({ money }) => money.length > 0)
  const isDeclined = (asked: readonly Asked[]) => asked.some((one) => one.declined)
  const all = referred.flat()
  const count = (some: readonly unknown[]) => some.length
  const firmsApproved = firms((asked) => asked.some(({ offer }) => offer !== undefined))
  const money = all.flatMap((one) => one.money)
  const withLpr = money.filter(({ lpr }) => lpr !== undefined)
  const requested = total(
    referred.map((asked) => Math.max(...asked.map(({ invited }) => number(invited?.requestedYuan)))),
  )
  const approvedYuan = total(referred.map(approvedOf))
  const drawn = total(money.map(({ amount }) => amount))
  return {
    bankContacted: { part: count(all.filter((one) => one.contacted)), whole: all.length },
    bankAccepted: {
      part: count(all.filter((one) => one.accepted)),
      whole: count(all.filter((one) => one.contacted)),
    },
    needMet: { part: approvedYuan, whole: requested },
    creditUsed: { part: drawn, whole: approvedYuan },
    approvedYuan: { part: approvedYuan },
    drawnYuan: { part: drawn },
    weightedRate: { part: total(money.map(({ amount, rate }) => amount * rate)), whole: drawn },
    lprSpread: {
      part: total(withLpr.map(({ amount, rate, lpr = 0 }) => amount * (rate - lpr))),
      whole: total(withLpr.map(({ amount }) => amount)),
    },
    unsecuredShare: {
      part: total(money.filter(({ credit }) => credit === 'credit').map(({ amount }) => amount)),
      whole: drawn,
    },
    firmsApproved: { part: firmsApproved, whole: firms(() => true) },
    firmsFunded: { part: firms(isFunded), whole: firmsApproved },
    firstLoans: {
      part: firms((asked) => asked.some((one) => one.money.length > 0 && one.invited?.firstLoan === true)),
    },
    renewals: { part: firms((asked) => asked.some((one) => one.money.some(({ renewal }) => renewal))) },
    fundedAfterDecline: {
      part: firms((asked) => isDeclined(asked) && isFunded(asked)),
      whole: firms(isDeclined),
    },
  }
}

/** Referrals declined, by the code that the bank gave. */
export const declinesOf = (needs: readonly (readonly Asked[])[]) => {
  const counts: Record<string, number> = {}
  for (const { declined } of needs.flat())
    if (declined) counts[`referral.declined.${declined}`] = (counts[`referral.declined.${declined}`] ?? 0) + 1
  return counts
}

/** Terms of banks that are known to have been kept or missed. */
export const bankTerms = ({ asked }: Outcomes) =>
  asked.flatMap(({ bank, invited, contacted, decided, lapsed, missed }) =>
    [
      {
        name: 'bankContactedInTime',
        due: text(invited?.contactDue),
        met: contacted,
        late: missed.has('contact') || lapsed,
      },
      {
        name: 'bankDecidedInTime',
        due: text(invited?.decisionDue),
        met: decided,
        late: missed.has('decision'),
      },
    ].flatMap(({ name, due, met, late }) =>
      met || late ? [{ name, bank, day: day(due), kept: met !== undefined && met <= due }] : [],
    ),
  )

/** Figures of posts and of refunds; `workedDays` counts those from one date up to another. */
export const otherFigures = (
  some: readonly Outcomes[],
  workedDays: (from: string, to: string) => number,
): Figures => {
  const posts = some.flatMap((one) => one.posts)
  const people = (step: string, of = posts) => total(of.map(({ counts }) => counts[step] ?? 0))
  const wanted = total(posts.map(({ headcount }) => headcount))
  const asked = posts.filter(({ counts }) => counts.stayed !== undefined)
  const firsts = some.flatMap(({ logged, posts: own }) => {
    const [first] = own.flatMap(({ came }) => came).toSorted()
    return first ? [Math.max((Date.parse(first) - Date.parse(day(logged))) / 86_400_000, 0)] : []
  })
  const refunds = some.map(({ refund }) => refund)
  const steps = (step: string) => refunds.flatMap(({ present }) => present?.get(step) ?? [])
  const amounts = (step: string) => total(steps(step).map(({ amount = 0 }) => amount))
  const spans = (of: (present: Map<string, Step>) => (Step | undefined)[]) =>
    refunds.flatMap(({ present }) => {
      const [from, to] = present ? of(present) : []
      return from && to ? [workedDays(from.on, to.on)] : []
    })
  const decisions = spans((at) => [at.get('accepted'), at.get('granted') ?? at.get('refused')])
  const payments = spans((at) => [at.get('granted'), at.get('arrived')])
  const compared = refunds.flatMap(({ precheck, present }) => {
    const granted = present?.get('granted')?.amount
    return precheck?.estimate && granted !== undefined ? [{ estimate: precheck.estimate, granted }] : []
  })
  const prechecked = refunds.filter(({ precheck }) => precheck)
  const applied = refunds.filter(({ present }) => present).length
  return {
    posts: { part: posts.length },
    peopleWanted: { part: wanted },
    peopleIntroduced: { part: people('introduced') },
    peopleInterviewed: { part: people('interviewed') },
    peopleIntended: { part: people('intended') },
    peopleArrived: { part: people('arrived') },
    peopleMissing: { part: wanted - people('arrived') },
    arrivalRate: { part: people('arrived'), whole: wanted },
    stayRate: { part: people('stayed'), whole: people('arrived', asked) },
    daysToFirstArrival: { part: total(firsts), whole: firsts.length },
    refundPrechecked: { part: prechecked.length },
    refundEligible: {
      part: prechecked.filter(({ precheck }) => precheck?.verdict === 'yes').length,
      whole: prechecked.length,
    },
    refundApplied: { part: applied },
    refundAppliedYuan: { part: amounts('applied') },
    refundGrantedYuan: { part: amounts('granted') },
    refundReceivedYuan: { part: amounts('arrived') },
    refundReceived: { part: steps('arrived').length, whole: applied },
    refundDecisionDays: { part: total(decisions), whole: decisions.length },
    refundPaymentDays: { part: total(payments), whole: payments.length },
    refundDeviation: {
      part: total(compared.map(({ estimate, granted }) => (granted - estimate) * 10_000)),
      whole: total(compared.map(({ estimate }) => estimate)),
    },
  }
}

type Firm = {
  uscc: string
  park?: string | undefined
  size?: string | undefined
  sizeByStandard?: { size: string } | undefined
}

/** Visits as they were written down, each with its firms as they were then, and the register as it stands. */
export type Visited = {
  visits: readonly {
    on: string
    team?: string | undefined
    firms: readonly string[]
    seen?: ReadonlyMap<string, Firm>
  }[]
  firms: readonly Firm[]
}

const rowsOfFirm = (firm: Firm | undefined, team: string | undefined) =>
  new Set([
    'all',
    `park:${firm?.park ?? 'none'}`,
    `size:${firm?.sizeByStandard?.size ?? firm?.size ?? 'none'}`,
    `team:${team ?? 'none'}`,
  ])

/** Rows of months in which firms were visited. */
export const visitedRows = ({ visits, firms }: Visited): Set<string> => {
  const known = new Map(firms.map((firm) => [firm.uscc, firm]))
  return new Set(
    visits.flatMap(({ on, team, seen, firms: there }) =>
      there.flatMap((uscc) =>
        [...rowsOfFirm(seen?.get(uscc) ?? known.get(uscc), team)].map((row) => `${on.slice(0, 7)}/${row}`),
      ),
    ),
  )
}

/** Distinct firms visited in a month, of those on the register. */
export const coverage = ({ visits, firms }: Visited, month: string, row: string): Ratio => {
  const known = new Map(firms.map((firm) => [firm.uscc, firm]))
  const there = new Set<string>()
  for (const { on, team, seen, firms: some } of visits)
    for (const uscc of on.startsWith(month) ? some : [])
      if (rowsOfFirm(seen?.get(uscc) ?? known.get(uscc), team).has(row)) there.add(uscc)
  const split = row.startsWith('park:') || row.startsWith('size:')
  const whole = split ? firms.filter((firm) => rowsOfFirm(firm, undefined).has(row)).length : firms.length
  return { part: there.size, whole }
}
