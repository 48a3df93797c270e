import type { FirmView } from '../api/firms.ts'
import type { Principal } from '../principal.ts'
import { handlesFirm, maskContact } from '../privacy.ts'
import type { SizeStandard } from '../size-standard.ts'
import { type Firm, tagsOn } from './firm.ts'
import { sizeOf } from './size.ts'

/** The firm as someone may see it: names and numbers in full only for those who call firms. */
export const firmFor = (principal: Principal, firm: Firm): Firm => {
  if (handlesFirm(principal)) return firm
  const { contact, contacts, ...seen } = firm
  return {
    ...seen,
    ...(contact && { contact: maskContact(contact) }),
    ...(contacts && {
      contacts: contacts.map(({ duty, ...one }) => ({ ...maskContact(one), ...(duty && { duty }) })),
    }),
  }
}

/** What the thresholds say, with the record that says it. */
export const sizeSaid = (standard: SizeStandard, firm: Firm): FirmView['size'] => {
  const { id, validFrom, source } = standard
  return { standard: { id, validFrom, source }, ...sizeOf(standard, firm) }
}

export const viewOf = (
  principal: Principal,
  { firm, version }: { firm: Firm; version: number },
  { today, standard }: { today: string; standard: SizeStandard },
): Omit<FirmView, 'visitedLately'> => ({
  firm: firmFor(principal, firm),
  version,
  size: sizeSaid(standard, firm),
  tags: tagsOn(firm, today),
})
