import type { Principal } from '../principal.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { dateAdd, localDate } from '../zone-time.ts'
import { type FirmCommandInput, type FirmCommandName, firmSteps } from './commands.ts'
import type { FirmFact } from './events.ts'
import type { Firm, FirmFacts } from './firm.ts'

export type FirmContext = {
  readonly now: string
  readonly principal: Principal
  /** Ids of officials and dispatchers in the directory today: only they stand by firms. */
  readonly officials: readonly string[]
}

/** How long before its end a certificate is spoken of: a renewal takes papers and an audit. */
export const warnDays = 90

type Decider<C extends FirmCommandName> = (
  firm: Firm,
  input: FirmCommandInput<C>,
  context: FirmContext,
) => readonly FirmFact[] | Refusal

const fault = (pointer: string, message: string) => refuse('badInput', { fields: [{ pointer, message }] })
const noteOf = (text: string | undefined) => (text === undefined ? {} : { note: { text } })
const certificateOf = (firm: Firm, number: string) =>
  firm.certificates?.find((certificate) => certificate.number === number)
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Only what is registered, without what came later and without words that can be erased. */
export const registeredFacts = (firm: Firm): Omit<FirmFacts, 'contact'> => {
  const { contact, contacts, certificates, liaison, quietUntil, sizeByStandard, ...facts } = firm
  return facts
}

/** Figures without their year say little next spring; a figure that is corrected asks for its year anew. */
const yearOf = { employees: 'employeesYear', revenueYuan: 'revenueYear', assetsYuan: 'assetsYear' } as const

const yearFaults = (input: FirmCommandInput<'correctFacts'>, thisYear: number) => {
  for (const [figure, year] of Object.entries(yearOf) as [keyof typeof yearOf, keyof typeof input][]) {
    const said = input[year]
    if (typeof said === 'number' && said > thisYear) return fault(`/${year}`, '年份还没有到')
    if (typeof input[figure] === 'number' && typeof said !== 'number')
      return fault(`/${year}`, '请写明这个数是哪一年的')
  }
  return undefined
}

const correctFacts: Decider<'correctFacts'> = (firm, input, { now }) => {
  const today = localDate(now)
  const wrong = yearFaults(input, Number(today.slice(0, 4)))
  if (wrong) return wrong
  if (typeof input.registeredOn === 'string' && input.registeredOn > today)
    return refuse('dateInTheFuture', {
      fields: [{ pointer: '/registeredOn', message: '成立日期在今天之后' }],
    })
  const before = registeredFacts(firm)
  const after = Object.fromEntries(
    Object.entries({ ...before, ...input }).filter(([, value]) => value !== null && value !== undefined),
  ) as typeof before
  const unchanged = Object.keys({ ...before, ...after }).every((field) =>
    same(before[field as keyof typeof before], after[field as keyof typeof before]),
  )
  return unchanged ? [] : [{ type: 'FirmChanged', firm: after }]
}

const recordCertificate: Decider<'recordCertificate'> = (firm, certificate) => {
  const known = certificateOf(firm, certificate.number)
  if (known && same({ ...known, warnedAt: undefined }, { ...certificate, warnedAt: undefined })) return []
  if (!known && (firm.certificates?.length ?? 0) >= 20)
    return fault('/number', '最多登记20个证书，请先移除不用的')
  return [{ type: 'CertificateRecorded', certificate }]
}

const removeCertificate: Decider<'removeCertificate'> = (firm, { number, text }) =>
  certificateOf(firm, number)
    ? [{ type: 'CertificateRemoved', number, ...noteOf(text) }]
    : fault('/number', '没有这个编号的证书')

/** Due is what ends within the warning time and has not ended yet: what is over is not news. */
const warnCertificate: Decider<'warnCertificate'> = (firm, { number }, { now }) => {
  const found = certificateOf(firm, number)
  const today = localDate(now)
  if (!found || found.warnedAt || found.expiresOn < today) return []
  if (found.expiresOn > dateAdd(today, warnDays)) return []
  const { warnedAt: _, ...certificate } = found
  const liaison = firm.liaison?.official
  return [{ type: 'CertificateExpiring', certificate, ...(liaison && { liaison }) }]
}

const assignLiaison: Decider<'assignLiaison'> = (firm, { official }, { now, officials }) => {
  if (!officials.includes(official)) return fault('/official', '名录中没有这位工作队员')
  if (firm.liaison?.official === official) return []
  return [{ type: 'LiaisonAssigned', official, since: localDate(now) }]
}

const askQuiet: Decider<'askQuiet'> = (firm, { until, text }, { now }) => {
  if (until < localDate(now))
    return refuse('dateInThePast', { fields: [{ pointer: '/until', message: '勿扰至今天或以后' }] })
  return firm.quietUntil === until ? [] : [{ type: 'QuietAsked', until, ...noteOf(text) }]
}

const deciders: { [C in FirmCommandName]: Decider<C> } = {
  correctFacts,
  recordCertificate,
  removeCertificate,
  warnCertificate,
  assignLiaison,
  askQuiet,
  setContacts: (_, { contacts }) => [{ type: 'ContactsChanged', note: { contacts } }],
  endLiaison: ({ liaison }) => (liaison ? [{ type: 'LiaisonEnded', official: liaison.official }] : []),
  endQuiet: ({ quietUntil }) => (quietUntil ? [{ type: 'QuietEnded' }] : []),
}

/** The facts that follow from a command to a firm's record, or the refusal; none where there is nothing to do. */
export const decideFirm = <C extends FirmCommandName>(
  command: C,
  input: FirmCommandInput<C>,
  firm: Firm,
  context: FirmContext,
): readonly FirmFact[] | Refusal => {
  if (!firmSteps[command].who.includes(context.principal.role)) return refuse('notAllowed')
  return deciders[command](firm, input, context)
}
