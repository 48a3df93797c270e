import { dateAddMonths } from '../zone-time.ts'
import type { Consent, Financing } from './parts.ts'
import { type ConsentKind, contactFieldWords, firmFieldWords } from './words.ts'

/** Whether a consent counts on a day: neither withdrawn nor run out. */
export const counts = (consent: Consent, today: string): boolean =>
  consent.withdrawnAt === undefined && consent.expiresOn >= today

export const consentsFor = (financing: Financing | undefined, bank: string, today: string): Consent[] =>
  (financing?.consents ?? []).filter((consent) => consent.bank === bank && counts(consent, today))

export const authorised = (financing: Financing | undefined, bank: string, today: string): boolean =>
  consentsFor(financing, bank, today).some(({ kind }) => kind === 'firm')

const fieldsOf: Readonly<Record<ConsentKind, object>> = { firm: firmFieldWords, contact: contactFieldWords }
export const mayCover = (kind: ConsentKind, field: string): boolean => Object.hasOwn(fieldsOf[kind], field)

/** Long enough for a decision and the money; whoever needs longer asks again. */
export const consentUntil = (today: string): string => dateAddMonths(today, 6)

type Reading = { readonly firm: string; readonly contact: string }
/** The Chinese text is what is agreed to; the English is there to be read beside it. */
type ConsentText = { readonly zh: Reading; readonly en: Reading; readonly bySheet: boolean }

const englishOf = (way: string): Reading => ({
  firm: `The firm authorises what is ticked to be provided to “{bank}” (contact: {contact}), only for taking up, examining and deciding on this request for finance, ${way}. The authorisation holds from its signing until {until} and may be withdrawn at any time by the firm's link; after that nothing more is provided, and what was done before stays lawful. The bank decides by itself whether to lend. (The Chinese text is binding.)`,
  contact: `I agree that what is ticked of my name and phone number is provided to “{bank}” (contact: {contact}), only to reach me about this request for finance, ${way}. The consent holds from now until {until} and may be withdrawn at any time by the firm's link; after that nothing more is provided, and what was done before stays lawful. Not agreeing does not hold up the issue. (The Chinese text is binding.)`,
})
const online = 'to be read online by the bank'
const onlineOrSheet = `${online}, or, where the bank does not answer online, sent to it by this office as a spreadsheet (reply sheet)`

/**
 * What is agreed to, by version, so that each consent can be read again as it was given. Recipient, way of contact,
 * purpose, manner and kinds of data are named as the law wants it (个人信息保护法 art. 23), for each bank by itself
 * (单独同意), with the way to withdraw (art. 15, 16).
 */
export const consentTexts: Readonly<Record<string, ConsentText>> = {
  '2026-1': {
    zh: {
      firm: '本企业授权将所勾选的信息提供给“{bank}”（联系方式：{contact}），仅用于本次融资需求的受理、调查和审批，由该行以线上方式查阅。授权自签署之日起至{until}有效，可随时凭企业链接撤回；撤回后不再提供，不影响撤回前已进行的处理。是否贷款由银行独立决定。',
      contact:
        '本人同意将本人的姓名、联系电话中所勾选的内容提供给“{bank}”（联系方式：{contact}），仅用于就本次融资需求与本人联系，由该行以线上方式查阅。同意自作出之日起至{until}有效，可随时凭企业链接撤回；撤回后不再提供，不影响撤回前已进行的处理。不同意不影响诉求办理。',
    },
    en: englishOf(online),
    bySheet: false,
  },
  '2026-2': {
    zh: {
      firm: '本企业授权将所勾选的信息提供给“{bank}”（联系方式：{contact}），仅用于本次融资需求的受理、调查和审批，由该行以线上方式查阅；该行不在线答复的，由承办部门以回执表（电子表格）送交。授权自签署之日起至{until}有效，可随时凭企业链接撤回；撤回后不再提供，不影响撤回前已进行的处理。是否贷款由银行独立决定。',
      contact:
        '本人同意将本人的姓名、联系电话中所勾选的内容提供给“{bank}”（联系方式：{contact}），仅用于就本次融资需求与本人联系，由该行以线上方式查阅；该行不在线答复的，由承办部门以回执表（电子表格）送交。同意自作出之日起至{until}有效，可随时凭企业链接撤回；撤回后不再提供，不影响撤回前已进行的处理。不同意不影响诉求办理。',
    },
    en: englishOf(onlineOrSheet),
    bySheet: true,
  },
}
export const consentTextNow = '2026-2'

/** Whether the text that was agreed to names the sheet as a way in which data go to the bank. */
export const mayGoBySheet = ({ textVersion }: Pick<Consent, 'textVersion'>): boolean =>
  consentTexts[textVersion]?.bySheet ?? false

export const consentText = (
  version: string,
  kind: ConsentKind,
  names: { bank: string; contact: string; until: string },
  language: 'zh' | 'en' = 'zh',
): string | undefined =>
  consentTexts[version]?.[language][kind]
    .split('{bank}')
    .join(names.bank)
    .split('{contact}')
    .join(names.contact)
    .split('{until}')
    .join(names.until)
