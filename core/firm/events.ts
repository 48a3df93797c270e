import * as z from 'zod'
import { identifiedWords } from '../retention/firm-data.ts'
import { CalendarDate, text, UnitId } from '../scalars.ts'
import { keysOf } from '../words.ts'
import { Certificate, ContactPerson, FirmFacts } from './firm.ts'
import { SizeByStandard } from './size-by-standard.ts'

const Facts = FirmFacts.omit({ contact: true })
const Words = z.strictObject({ text: text(200) })

/** What happened to a firm's record. Contacts stand in the erasable note. Schemas only grow. */
export const FirmFact = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('FirmRegistered'),
    firm: Facts,
    sizeByStandard: SizeByStandard.optional(),
    note: FirmFacts.pick({ contact: true }).optional(),
  }),
  z.object({
    type: z.literal('FirmChanged'),
    firm: Facts,
    sizeByStandard: SizeByStandard.optional(),
    note: FirmFacts.pick({ contact: true }).optional(),
  }),
  z.object({
    type: z.literal('ContactsChanged'),
    note: z.object({ contacts: z.array(ContactPerson) }).optional(),
  }),
  z.object({ type: z.literal('CertificateRecorded'), certificate: Certificate }),
  z.object({ type: z.literal('CertificateRemoved'), number: text(60), note: Words.optional() }),
  z.object({
    type: z.literal('CertificateExpiring'),
    certificate: Certificate,
    /** Who stood by the firm then. */
    liaison: UnitId.optional(),
  }),
  z.object({ type: z.literal('LiaisonAssigned'), official: UnitId, since: CalendarDate }),
  z.object({ type: z.literal('LiaisonEnded'), official: UnitId }),
  z.object({ type: z.literal('QuietAsked'), until: CalendarDate, note: Words.optional() }),
  z.object({ type: z.literal('QuietEnded') }),
  /** The firm asked for deletion: its contacts go. */
  z.object({
    type: z.literal('PersonalDataErased'),
    request: z.string(),
    identified: z.enum(keysOf(identifiedWords)),
  }),
])
export type FirmFact = z.infer<typeof FirmFact>
export type FirmEventType = FirmFact['type']

export const firmEventWords = {
  FirmRegistered: { zh: '登记企业', en: 'registered' },
  FirmChanged: { zh: '更正信息', en: 'facts corrected' },
  ContactsChanged: { zh: '更正联系人', en: 'contacts changed' },
  CertificateRecorded: { zh: '登记资质证书', en: 'certificate recorded' },
  CertificateRemoved: { zh: '移除资质证书', en: 'certificate removed' },
  CertificateExpiring: { zh: '证书将到期', en: 'certificate about to expire' },
  LiaisonAssigned: { zh: '指定包联干部', en: 'liaison named' },
  LiaisonEnded: { zh: '解除包联', en: 'liaison ended' },
  QuietAsked: { zh: '企业请勿打扰', en: 'the firm asks for quiet' },
  PersonalDataErased: { zh: '企业申请删除个人信息', en: 'deletion asked for by the firm' },
  QuietEnded: { zh: '解除勿扰', en: 'quiet ended' },
} as const satisfies Record<FirmEventType, { zh: string; en: string }>
