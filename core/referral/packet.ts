import type { Issue } from '../issue/issue.ts'
import { consentsFor, mayGoBySheet } from './consent.ts'
import { needOf, outlineOf } from './need.ts'
import type { Outline, RecordedNeed, Referral } from './parts.ts'
import type { DisclosedField } from './words.ts'

/** What a bank reads of a firm: the outline always, and of the rest just what was consented to. */
export type Disclosed = {
  name?: string
  uscc?: string
  park?: string
  amountYuan?: number
  termMonths?: number
  purposeDetails?: string
  collateral?: NonNullable<RecordedNeed['collateral']>
  repayment?: NonNullable<RecordedNeed['repayment']>
  firstLoan?: boolean
  content?: string
  contactName?: string
  contactPhone?: string
}

type Reader = (issue: Issue, need: Partial<RecordedNeed>) => Disclosed | undefined

const readers: Readonly<Record<DisclosedField, Reader>> = {
  identity: ({ firm: { name, uscc, park } }) => ({ name, uscc, ...(park && { park }) }),
  amount: (_, need) => (need.amountYuan === undefined ? undefined : { amountYuan: need.amountYuan }),
  term: (_, need) => (need.termMonths === undefined ? undefined : { termMonths: need.termMonths }),
  purposeDetails: (_, need) => (need.details ? { purposeDetails: need.details } : undefined),
  collateral: (_, need) => (need.collateral ? { collateral: need.collateral } : undefined),
  repayment: (_, need) => (need.repayment ? { repayment: need.repayment } : undefined),
  firstLoan: (_, need) => (need.firstLoan === undefined ? undefined : { firstLoan: need.firstLoan }),
  content: ({ content }) => ({ content }),
  contactName: ({ contact }) => (contact?.name ? { contactName: contact.name } : undefined),
  contactPhone: ({ contact }) => (contact?.phone ? { contactPhone: contact.phone } : undefined),
}
const order = Object.keys(readers) as DisclosedField[]

export type Packet = {
  readonly outline: Outline
  readonly disclosed: Disclosed
  /** The fields that are in it, and the consents under which they are. */
  readonly fields: DisclosedField[]
  readonly consents: string[]
  /** The same for the same content: by it a bank that polls is told from one that reads something new. */
  readonly key: string
}

/**
 * What the bank of a referral may see on a day. Once the firm has taken it back, or the bank is out, nothing but the
 * outline is left; a bank that is to pay, or has paid, knows its customer for as long as the consent stands. On a sheet
 * stands only what was agreed to be sent in that way.
 */
export const packetOf = (
  issue: Issue,
  referral: Referral,
  today: string,
  way: 'online' | 'sheet' = 'online',
): Packet => {
  const need = needOf(issue)
  const closed = ['shortlisted', 'declined', 'lapsed', 'withdrawn', 'notChosen'].includes(referral.state)
  const standing = closed ? [] : consentsFor(issue.financing, referral.bank, today)
  const consents = way === 'online' ? standing : standing.filter(mayGoBySheet)
  const covered = new Set(consents.flatMap((consent) => consent.fields))
  const read = order.flatMap((field) => {
    const content = covered.has(field) ? readers[field](issue, need) : undefined
    return content ? [{ field, content }] : []
  })
  const fields = read.map(({ field }) => field)
  const used = consents.filter((one) => one.fields.some((field) => fields.includes(field)))
  const ids = used.map(({ id }) => id)
  return {
    outline: outlineOf(need),
    disclosed: Object.assign({}, ...read.map(({ content }) => content)),
    fields,
    consents: ids,
    key: [ids.join('+'), fields.join('+'), need.at ?? ''].join('/'),
  }
}
