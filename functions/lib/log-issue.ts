import type { CommandAnswer, LogIssueRequest } from '../../core/api/issues.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { checkUscc } from '../../core/uscc.ts'
import type { Keyed } from '../store/answers.ts'
import type { Container } from './container.ts'
import { registerFirm, type StoredFirm } from './firm-register.ts'
import { giveCommand } from './give-command.ts'

type Asked = {
  request: LogIssueRequest
  principal: Principal
  keyed?: Keyed | undefined
  /** The firm, where the caller has already looked it up or registered it. */
  firm?: StoredFirm | undefined
}

/** A code whose check digit does not fit is a question, not an error: some real early codes fail it. */
export const usccAccepted = (uscc: string, confirmed: boolean | undefined): true | Refusal => {
  const check = checkUscc(uscc)
  if (!check.ok) return refuse('usccWrong', { fields: [{ pointer: '/firm/uscc', message: check.message }] })
  if (check.checkDigit === 'right' || confirmed) return true
  const message = `按规则校验码应为 ${check.expected}，请核对`
  return refuse('usccCheckDigit', { fields: [{ pointer: '/firm/uscc', message }] })
}

/** Logs an issue for a firm that is registered, or registers it first from what the request says of it. */
export const logIssue = async (
  container: Container,
  { request, principal, keyed, firm: known }: Asked,
): Promise<{ answer: CommandAnswer } | Refusal> => {
  const { confirmUscc, ...input } = request
  const accepted = usccAccepted(input.firm.uscc, confirmUscc)
  if (accepted !== true) return accepted
  const firm = known ?? (await registerFirm(container, principal, { ...input.firm, contact: input.contact }))
  if (isRefusal(firm)) return firm
  const { uscc, name, park } = firm
  const contact = input.contact ?? firm.contact
  const named = { uscc, name, ...(park && { park }) }
  return giveCommand(container, {
    command: 'logIssue',
    input: { ...input, firm: named, ...(contact && { contact }) },
    principal,
    keyed,
  })
}
