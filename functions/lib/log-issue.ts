import type { CommandAnswer, LogIssueRequest } from '../../core/api/issues.ts'
import { sizeByStandard } from '../../core/firm/size.ts'
import type { Principal } from '../../core/principal.ts'
import { validOn } from '../../core/reference/records.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { checkUscc } from '../../core/uscc.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import type { Container } from './container.ts'
import { loadFirm, registerFirm, type StoredFirm } from './firm-register.ts'
import { foresee, giveCommand } from './give-command.ts'
import { sizeStandardNow } from './size-standard.ts'

type Asked = {
  request: LogIssueRequest
  principal: Principal
  keyed?: Keyed | undefined
  /** The firm, where the caller has already looked it up or registered it. */
  firm?: StoredFirm | undefined
}

/** A code whose check digit does not fit is a question, not an error: some real early codes fail it. */
export const usccAccepted = (
  uscc: string,
  confirmed: boolean | undefined,
  pointer = '/firm/uscc',
): true | Refusal => {
  const check = checkUscc(uscc)
  if (!check.ok) return refuse('usccWrong', { fields: [{ pointer, message: check.message }] })
  if (check.checkDigit === 'right' || confirmed) return true
  const message = `按规则校验码应为 ${check.expected}，请核对`
  return refuse('usccCheckDigit', { fields: [{ pointer, message }] })
}

/** A team that is not in the directory has no queue that anyone looks into. */
export const teamKnown = async (
  container: Container,
  team: string | undefined,
  pointer: string,
): Promise<true | Refusal> => {
  if (team === undefined) return true
  const teams = validOn((await container.reference()).team, localDate(container.now()))
  if (teams.some((one) => one.id === team)) return true
  return refuse('badInput', { fields: [{ pointer, message: `没有工作队 ${team}` }] })
}

/** What an issue refers to must be there, or nobody can follow it up. */
const referencesKnown = async (
  container: Container,
  { repeatOf, source }: Pick<LogIssueRequest, 'repeatOf' | 'source'>,
): Promise<true | Refusal> => {
  const [earlier, visit] = await Promise.all([
    repeatOf === undefined || container.table.get(keys.issueHead(repeatOf)),
    source.visit === undefined || container.table.get(keys.visitHead(source.visit)),
  ])
  const fields = [
    ...(earlier ? [] : [{ pointer: '/repeatOf', message: `没有诉求 ${repeatOf}，请核对编号` }]),
    ...(visit ? [] : [{ pointer: '/source/visit', message: `没有走访 ${source.visit}，请核对编号` }]),
  ]
  return fields.length === 0 || refuse('badInput', { fields })
}

/** The firm of an issue: as registered, or registered now from what the request says, if nothing else is in the way. */
const firmOf = async (
  container: Container,
  asked: Asked,
  refusedAnyway: (firm: { uscc: string; name: string }) => ReturnType<typeof foresee>,
) => {
  const { firm, contact, confirmUscc } = asked.request
  const registered = asked.firm ?? (await loadFirm(container, firm.uscc))?.firm
  if (registered) return { firm: registered }
  const accepted = usccAccepted(firm.uscc, confirmUscc)
  if (accepted !== true) return { outcome: accepted }
  const outcome = firm.name && (await refusedAnyway({ ...firm, name: firm.name }))
  if (outcome) return { outcome }
  const fresh = await registerFirm(container, asked.principal, { ...firm, contact })
  return isRefusal(fresh) ? { outcome: fresh } : { firm: fresh }
}

/** Logs an issue for a firm that is registered, or registers it first from what the request says of it. */
export const logIssue = async (
  container: Container,
  asked: Asked,
): Promise<{ answer: CommandAnswer } | Refusal> => {
  const { request, principal, keyed } = asked
  const { confirmUscc: _, ...input } = request
  const known = await teamKnown(container, input.source.team, '/source/team')
  if (known !== true) return known
  const there = await referencesKnown(container, input)
  if (there !== true) return there
  const given = (firm: { uscc: string; name: string }, contact = input.contact) => ({
    command: 'logIssue' as const,
    input: { ...input, firm, ...(contact && { contact }) },
    principal,
    keyed,
  })
  const { firm, outcome } = await firmOf(container, asked, (one) => foresee(container, given(one)))
  if (!firm) return outcome
  const { uscc, name, park, size } = firm
  const sizes = { ...(size && { size }), ...sizeByStandard(await sizeStandardNow(container), firm) }
  const named = { uscc, name, ...(park && { park }), ...sizes }
  return giveCommand(container, given(named, input.contact ?? firm.contact))
}
