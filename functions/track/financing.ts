import type { TrackFinancing } from '../../core/api/referrals.ts'
import type { Issue } from '../../core/issue/issue.ts'
import type { Reference } from '../../core/reference/records.ts'
import {
  consentsFor,
  consentText,
  consentTextNow,
  consentUntil,
  mayCover,
} from '../../core/referral/consent.ts'
import type { Consent, Referral } from '../../core/referral/parts.ts'
import { isOver, referralsOf } from '../../core/referral/referrals.ts'
import { type ConsentKind, type DisclosedField, disclosedFieldWords } from '../../core/referral/words.ts'
import { keysOf } from '../../core/words.ts'

type Banks = Reference['bank']
const kinds: readonly ConsentKind[] = ['firm', 'contact']
const fieldsOf = (kind: ConsentKind): DisclosedField[] =>
  keysOf(disclosedFieldWords).filter((field) => mayCover(kind, field))

const named = (banks: Banks, id: string) => {
  const bank = banks.findLast((one) => one.id === id)
  return { bank: bank?.name ?? id, contact: bank?.contact ?? '见该行公示' }
}

const bankOf = (banks: Banks, one: Referral, chosen: boolean): TrackFinancing['banks'][number] => {
  const { id: referral, bank, state, offer, decline } = one
  return {
    referral,
    bank,
    name: named(banks, bank).bank,
    state,
    ...(offer && { offer }),
    ...(decline && { decline: { code: decline.code, next: decline.next, notBefore: decline.notBefore } }),
    canChoose: state === 'approved' && !chosen,
    canWithdraw: !isOver(one),
  }
}

const askedOf = (issue: Issue, banks: Banks, today: string): TrackFinancing['asked'] => {
  const open = [
    ...new Set(
      referralsOf(issue.financing)
        .filter((one) => !isOver(one))
        .map(({ bank }) => bank),
    ),
  ]
  const until = consentUntil(today)
  return open.flatMap((bank) => {
    const given = consentsFor(issue.financing, bank, today).map(({ kind }) => kind)
    return kinds
      .filter((kind) => !given.includes(kind))
      .map((kind) => {
        const text = consentText(consentTextNow, kind, { ...named(banks, bank), until }) ?? ''
        const textEn = consentText(consentTextNow, kind, { ...named(banks, bank), until }, 'en') ?? ''
        return { bank, kind, textVersion: consentTextNow, text, textEn, until, fields: fieldsOf(kind) }
      })
  })
}

const consentOf = (banks: Banks, one: Consent): TrackFinancing['consents'][number] => {
  const { id, bank, kind, fields, at, expiresOn, withdrawnAt, textVersion } = one
  const names = named(banks, bank)
  const text = consentText(textVersion, kind, { ...names, until: expiresOn })
  const then = { ...(withdrawnAt && { withdrawnAt }), ...(text && { text }) }
  return { id, bank, name: names.bank, kind, fields, at, expiresOn, ...then }
}

/** What the firm sees of its own referrals: banks, offers, what it may agree to, what it agreed to, what was shown. */
export const financingFor = (issue: Issue, banks: Banks, today: string): TrackFinancing | undefined => {
  const { financing } = issue
  if (!financing) return undefined
  const all = referralsOf(financing)
  const chosen = all.some(({ state }) => state === 'chosen')
  return {
    banks: all.map((one) => bankOf(banks, one, chosen)),
    asked: askedOf(issue, banks, today),
    consents: (financing.consents ?? []).map((one) => consentOf(banks, one)),
    disclosures: (financing.disclosures ?? []).map(({ at, bank, fields, sheet }) => {
      return { at, name: named(banks, bank).bank, fields, ...(sheet && { sheet }) }
    }),
  }
}
