import type { Issue } from './issue/issue.ts'
import { handlesIt } from './permission.ts'
import type { Principal } from './principal.ts'
import type { Consent } from './referral/parts.ts'
import { withoutLink } from './referral/referrals.ts'

/** 138****5678; shorter numbers keep their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`

/** 张* */
export const maskName = (name: string): string => `${[...name][0] ?? ''}*`

type Contact = { name?: string | undefined; phone?: string | undefined }

export const maskContact = (contact: Contact): Contact => ({
  ...(contact.name !== undefined && { name: maskName(contact.name) }),
  ...(contact.phone !== undefined && { phone: maskPhone(contact.phone) }),
})

const maskConsent = (consent: Consent): Consent =>
  consent.signatory ? { ...consent, signatory: maskName(consent.signatory) } : consent

/** The issue as someone may see it: names and numbers in full only for those who handle it; the link's hash for nobody. */
export const issueFor = (principal: Principal, issue: Issue): Issue => {
  const { link: _, financing: held, ...rest } = issue
  const referrals = held?.referrals?.map(withoutLink)
  const seen: Issue = { ...rest, ...(held && { financing: { ...held, ...(referrals && { referrals }) } }) }
  if (handlesIt(principal, issue)) return seen
  const { contact, financing } = seen
  return {
    ...seen,
    ...(contact && { contact: maskContact(contact) }),
    ...(financing?.consents && {
      financing: { ...financing, consents: financing.consents.map(maskConsent) },
    }),
  }
}

/** Officials and dispatchers call firms; everyone else sees a firm's contact masked. */
export const handlesFirm = (principal: Principal): boolean =>
  principal.role === 'official' || principal.role === 'dispatcher'

/** Numbers that people wrote into a text: mobile and landline, as such offices write them. */
const phones = /(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8})(?!\d)/g
/** The text with every phone number masked. */
export const withoutPhones = (text: string): string =>
  text.replace(phones, (number) => maskPhone(number.replace(/[\s-]/g, '')))
