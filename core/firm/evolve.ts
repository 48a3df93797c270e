import type { FirmFact } from './events.ts'
import type { Firm } from './firm.ts'

const without = (firm: Firm, ...fields: (keyof Firm)[]): Firm =>
  Object.fromEntries(Object.entries(firm).filter(([field]) => !fields.includes(field as keyof Firm))) as Firm

const otherCertificates = (firm: Firm, number: string) =>
  (firm.certificates ?? []).filter((one) => one.number !== number)

type Stated = Extract<FirmFact, { type: 'FirmChanged' | 'FirmRegistered' }>

/** What is corrected replaces the registered facts whole; what belongs to the record otherwise stays. */
const withFacts = (firm: Firm | undefined, { firm: facts, note, sizeByStandard }: Stated): Firm => {
  const { certificates, liaison, quietUntil } = firm ?? {}
  const contact = note?.contact ?? firm?.contact
  const others = firm?.contacts?.slice(1) ?? []
  const contacts = note?.contact && others.length > 0 ? [note.contact, ...others] : firm?.contacts
  return {
    ...facts,
    ...(sizeByStandard && { sizeByStandard }),
    ...(contact && { contact }),
    ...(contacts && { contacts }),
    ...(certificates && { certificates }),
    ...(liaison && { liaison }),
    ...(quietUntil && { quietUntil }),
  }
}

/** The firm after a fact. The first fact of a firm is that it was registered. */
export const evolveFirm = (firm: Firm | undefined, fact: FirmFact, at: string): Firm => {
  if (fact.type === 'FirmRegistered' || fact.type === 'FirmChanged') return withFacts(firm, fact)
  if (!firm) throw new Error(`a firm does not begin with ${fact.type}`)
  switch (fact.type) {
    case 'ContactsChanged': {
      const [first, ...rest] = fact.note?.contacts ?? []
      const { duty: _, ...contact } = first ?? {}
      const kept = without(firm, 'contact', 'contacts')
      // Issues take over a contact's name and number and have no place for a duty.
      return { ...kept, ...(first && { contact, contacts: [first, ...rest] }) }
    }
    case 'CertificateRecorded':
      return {
        ...firm,
        certificates: [...otherCertificates(firm, fact.certificate.number), fact.certificate],
      }
    case 'CertificateExpiring':
      return {
        ...firm,
        certificates: [
          ...otherCertificates(firm, fact.certificate.number),
          { ...fact.certificate, warnedAt: at },
        ],
      }
    case 'CertificateRemoved':
      return { ...firm, certificates: otherCertificates(firm, fact.number) }
    case 'LiaisonAssigned':
      return { ...firm, liaison: { official: fact.official, since: fact.since } }
    case 'LiaisonEnded':
      return without(firm, 'liaison')
    case 'PersonalDataErased':
      return without(firm, 'contact', 'contacts')
    case 'QuietAsked':
      return { ...firm, quietUntil: fact.until }
    case 'QuietEnded':
      return without(firm, 'quietUntil')
  }
}
