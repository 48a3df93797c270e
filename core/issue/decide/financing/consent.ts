import { consentTextNow, consentUntil, counts, mayCover } from '../../../referral/consent.ts'
import { type Refusal, refuse } from '../../../refusal.ts'
import type { CommandInput } from '../../commands.ts'
import type { Context } from '../../context.ts'
import type { Issue } from '../../issue.ts'
import type { Decider } from '../decider.ts'
import { knownBank } from './banks.ts'
import { dayOf, notTheirVoice } from './shared.ts'

const fieldFault = (pointer: string, message: string) =>
  refuse('badInput', { fields: [{ pointer, message }] })

/** Each record covers its own kind of data; the person to call speaks only for themselves. */
const contentFault = (input: CommandInput<'giveConsent'>): Refusal | undefined => {
  const wrong = input.fields.findIndex((field) => !mayCover(input.kind, field))
  if (wrong >= 0) return fieldFault(`/fields/${wrong}`, '这一项不在此类同意的范围内')
  if ((input.capacity === 'self') !== (input.kind === 'contact')) {
    return fieldFault('/capacity', '企业授权由法定代表人或授权代表签署，联系人同意由本人作出')
  }
  return undefined
}

const formFault = (issue: Issue, { via, file }: CommandInput<'giveConsent'>): Refusal | undefined => {
  if (via === 'link') return undefined
  const attached = issue.files?.some((one) => one.id === file)
  return attached
    ? undefined
    : refuse('consentFormMissing', { fields: [{ pointer: '/file', message: '请先上传签字件再登记' }] })
}

const fault = (issue: Issue, input: CommandInput<'giveConsent'>, context: Context): Refusal | undefined => {
  if (issue.category !== 'financing') return refuse('notFinancing')
  if (notTheirVoice(input.via, context)) return refuse('notAllowed')
  if (!knownBank(input.bank, context)) return refuse('unknownBank')
  if (input.textVersion !== consentTextNow) return refuse('consentTextOld')
  if (input.expiresOn !== undefined && input.expiresOn <= dayOf(context)) {
    return refuse('dateInThePast', { fields: [{ pointer: '/expiresOn', message: '有效期须在今天之后' }] })
  }
  return contentFault(input) ?? formFault(issue, input)
}

/** One record for one bank. One that is given anew stands beside the older, which keeps its own time. */
export const giveConsent: Decider<'giveConsent'> = (issue, input, context) => {
  const wrong = fault(issue, input, context)
  if (wrong) return wrong
  const { signatory, expiresOn, fields, ...given } = input
  const number = (issue.financing?.consents?.length ?? 0) + 1
  const consent = `C${String(number).padStart(2, '0')}`
  return [
    {
      type: 'ConsentGiven',
      consent,
      ...given,
      fields: [...new Set(fields)],
      expiresOn: expiresOn ?? consentUntil(dayOf(context)),
      note: { text: signatory },
    },
  ]
}

export const withdrawConsent: Decider<'withdrawConsent'> = (issue, { consent: id, via }, context) => {
  if (notTheirVoice(via, context)) return refuse('notAllowed')
  const consent = issue.financing?.consents?.find((one) => one.id === id)
  if (!consent) return refuse('unknownConsent')
  if (!counts(consent, dayOf(context))) return []
  const { kind, bank } = consent
  return [{ type: 'ConsentWithdrawn', consent: id, kind, bank, via }]
}
