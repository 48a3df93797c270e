import type { FirmCommandInput, FirmCommandName } from '../../../core/firm/commands.ts'
import { decideFirm, type FirmContext } from '../../../core/firm/decide.ts'
import type { FirmFact } from '../../../core/firm/events.ts'
import { evolveFirm } from '../../../core/firm/evolve.ts'
import type { Firm } from '../../../core/firm/firm.ts'
import type { Role } from '../../../core/words.ts'

export const now = '2026-11-23T01:30:00Z'

export const registered: FirmFact = {
  type: 'FirmRegistered',
  firm: { uscc: '91511099MA6100017L', name: '内江甜城启明电子有限公司', park: '白马园区', industry: 'C39' },
  note: { contact: { name: '赵总', phone: '13800001000' } },
}

export const aCertificate = { tag: '高新技术企业', number: 'GR202451000001', expiresOn: '2027-01-31' }

/** The firm after these facts. */
export const given = (...facts: FirmFact[]): Firm => {
  const firm = [registered, ...facts].reduce<Firm | undefined>(
    (so, fact) => evolveFirm(so, fact, now),
    undefined,
  )
  if (!firm) throw new Error('no facts, no firm')
  return firm
}

const contextOf = (role: Role, at: string): FirmContext => ({
  now: at,
  principal: { id: `${role}-1`, name: role, role },
  officials: ['official-1', 'official-2', 'dispatcher'],
})

export const when = <C extends FirmCommandName>(
  firm: Firm,
  command: C,
  input: FirmCommandInput<C>,
  { by = 'dispatcher', at = now }: { by?: Role; at?: string } = {},
) => decideFirm(command, input, firm, contextOf(by, at))
