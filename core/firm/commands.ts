import * as z from 'zod'
import { CalendarDate, text, UnitId } from '../scalars.ts'
import type { Role } from '../words.ts'
import { Certificate, ContactPerson, FirmFacts } from './firm.ts'

const { uscc: _, contact: __, name, ...facts } = FirmFacts.shape
type Nullable<S extends Record<string, z.ZodType>> = { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> }
/** What is sent as null is no longer known. */
const nullable = <S extends Record<string, z.ZodType>>(shape: S): Nullable<S> =>
  Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, schema.nullable().optional()]),
  ) as Nullable<S>

/** What each command to a firm's record takes; unknown fields are refused. */
export const firmCommandInputs = {
  correctFacts: z
    .strictObject({ name: name.optional(), ...nullable(facts) })
    .refine((input) => Object.keys(input).length > 0, '请至少填写一项'),
  recordCertificate: Certificate.refine(
    ({ issuedOn, expiresOn }) => issuedOn === undefined || issuedOn <= expiresOn,
    { path: ['expiresOn'], error: '有效期止不能早于发证日期' },
  ),
  removeCertificate: z.strictObject({ number: text(60), text: text(200).optional() }),
  setContacts: z.strictObject({ contacts: z.array(ContactPerson).max(10) }),
  assignLiaison: z.strictObject({ official: UnitId }),
  endLiaison: z.strictObject({}),
  askQuiet: z.strictObject({ until: CalendarDate, text: text(200).optional() }),
  endQuiet: z.strictObject({}),
  warnCertificate: z.strictObject({ number: text(60) }),
} as const

export type FirmCommandName = keyof typeof firmCommandInputs
export type FirmCommandInput<C extends FirmCommandName> = z.infer<(typeof firmCommandInputs)[C]>
export const firmCommandNames = Object.keys(firmCommandInputs) as FirmCommandName[]

type FirmStep = { readonly zh: string; readonly en: string; readonly who: readonly Role[] }
const thoseWhoVisit = ['official', 'dispatcher'] as const
/** Who gives each command, as the API and the portal's buttons read it. */
export const firmSteps: { readonly [C in FirmCommandName]: FirmStep } = {
  correctFacts: { zh: '更正企业信息', en: 'correct the facts', who: thoseWhoVisit },
  recordCertificate: { zh: '登记资质证书', en: 'record a certificate', who: thoseWhoVisit },
  removeCertificate: { zh: '移除资质证书', en: 'remove a certificate', who: thoseWhoVisit },
  setContacts: { zh: '更正联系人', en: 'set the contacts', who: thoseWhoVisit },
  assignLiaison: { zh: '指定包联干部', en: 'name the liaison', who: ['dispatcher', 'manager'] },
  endLiaison: { zh: '解除包联', en: 'end the liaison', who: ['dispatcher', 'manager'] },
  askQuiet: { zh: '记录勿扰', en: 'record that the firm asks for quiet', who: thoseWhoVisit },
  endQuiet: { zh: '解除勿扰', en: 'end the quiet', who: thoseWhoVisit },
  warnCertificate: { zh: '提醒证书到期', en: 'warn of an expiry', who: ['system'] },
}
/** The commands that people give. */
export const isFirmCommand = (command: string): command is FirmCommandName =>
  Object.hasOwn(firmCommandInputs, command) && command !== 'warnCertificate'
