import type { FirmCommandAnswer } from '../../core/api/firms.ts'
import { type FirmCommandName, firmCommandInputs } from '../../core/firm/commands.ts'
import { decideFirm, type FirmContext } from '../../core/firm/decide.ts'
import type { Principal } from '../../core/principal.ts'
import { validOn } from '../../core/reference/records.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Keyed } from '../store/answers.ts'
import type { Container } from './container.ts'
import { changeFirm } from './firm-register.ts'
import { parseInput } from './input.ts'

type Given = {
  command: FirmCommandName
  uscc: string
  input: unknown
  principal: Principal
  ifMatch?: number | undefined
  keyed?: Keyed | undefined
}

const contextFor = async (container: Container, principal: Principal): Promise<FirmContext> => {
  const now = container.now()
  const { user } = await container.reference()
  const officials = validOn(user, localDate(now))
    .filter((one) => one.role === 'official' || one.role === 'dispatcher')
    .map((one) => one.id)
  return { now, principal, officials }
}

/** Decides a command on the firm's record as it is now and writes what follows, once. */
export const giveFirmCommand = async (
  container: Container,
  { command, uscc, input, principal, ifMatch, keyed }: Given,
): Promise<FirmCommandAnswer | Refusal> => {
  const parsed = parseInput(firmCommandInputs[command], input)
  if (isRefusal(parsed)) return parsed
  const context = await contextFor(container, principal)
  let changed = false
  return changeFirm<FirmCommandAnswer>(
    container,
    { principal, uscc, ifMatch, keyed, answer: (_, version) => ({ uscc, version, changed }) },
    (before) => {
      if (!before) return refuse('unknownFirm')
      const facts = decideFirm(command, parsed.value as never, before.firm, context)
      changed = !isRefusal(facts) && facts.length > 0
      return facts
    },
  )
}
