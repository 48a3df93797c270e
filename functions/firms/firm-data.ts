import * as z from 'zod'
import type { DeletionAnswer } from '../../core/api/firm-data.ts'
import { Visit } from '../../core/api/firms-and-visits.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Identified } from '../../core/retention/firm-data.ts'
import { Instant } from '../../core/scalars.ts'
import { localDate } from '../../core/zone-time.ts'
import { clearErased } from '../keep-retention/passing.ts'
import type { Container } from '../lib/container.ts'
import { eraseOnRequest, issuesOfFirm, outcomeOf } from '../lib/firm-deletion.ts'
import { changeFirm, loadFirm } from '../lib/firm-register.ts'
import { newFileId } from '../lib/ids.ts'
import { answeredBefore } from '../lib/repeats.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import { keys } from '../store/keys.ts'
import { firmHistory } from './history.ts'
import { pageOfFirm } from './page-of-firm.ts'

/** Issues and visits in one file, each with its whole history; an answer of a function holds six megabytes. */
const mostInFile = 100
/** Issues that one request goes through; the scheduled function goes through the rest. */
const mostErased = 100

const Given = z.object({ madeAt: Instant })

type Asked = { uscc: string; principal: Principal; identified: Identified; keyed?: Keyed | undefined }

const heldOf = async (container: Container, uscc: string, cursor: string | undefined) => {
  const page = await pageOfFirm(container, uscc, { limit: mostInFile, cursor })
  if (isRefusal(page)) return page
  const loaded = await container.issues.loadMany(page.issues)
  const issues = []
  for (const { issue } of loaded) {
    const { link: _, ...held } = issue
    issues.push({ issue: held, history: await container.issues.history(issue.id) })
  }
  const visits = (await container.table.getMany(page.visits.map(keys.visitHead))).map((row) =>
    Visit.parse(row.visit),
  )
  return { issues, visits, ...page.next }
}

/** When the file was given out that this request asks for again. */
const givenAt = (before: { answer: unknown } | undefined) => Given.safeParse(before?.answer).data?.madeAt

/** All that is held about a firm and its people, as a file; that it was given out, and to whom, stands on record. */
export const firmData = async (
  container: Container,
  { uscc, identified, keyed, cursor }: Asked & { cursor?: string | undefined },
): Promise<{ file: Uint8Array; type: string; name: string } | Refusal> => {
  const before = await answeredBefore(container, keyed)
  if (isRefusal(before)) return before
  const found = await loadFirm(container, uscc)
  if (!found) return refuse('unknownFirm')
  const held = await heldOf(container, uscc, cursor)
  if (isRefusal(held)) return held
  let madeAt = givenAt(before) ?? container.now()
  if (!before) {
    const also = keyed ? [answerWrite(keyed, { given: uscc, madeAt }, madeAt)] : []
    const line = { type: 'Exported', what: 'firmData', about: uscc, more: { identified } } as const
    const written = await container.audit.record(line, also)
    const meanwhile = written.written ? undefined : await answeredBefore(container, keyed)
    if (isRefusal(meanwhile)) return meanwhile
    if (!written.written && !meanwhile) return refuse('busy')
    madeAt = givenAt(meanwhile) ?? madeAt
  }
  const content = { madeAt, uscc, firm: found.firm, firmHistory: await firmHistory(container, uscc), ...held }
  return {
    file: Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`),
    type: 'application/json',
    name: `企业资料-${uscc}-${localDate(madeAt).replaceAll('-', '')}.json`,
  }
}

type Taken = { request: string; at: string; contacts: boolean }

/**
 * Takes down that a firm asks for deletion, and erases what may go. The request is a fact of the firm's record with
 * which its contacts go; what it did to each issue is read from the issues, so that a repeat is told the same.
 */
export const deleteFirmData = async (
  container: Container,
  { uscc, principal, identified, keyed }: Asked,
): Promise<DeletionAnswer | Refusal> => {
  const fresh = `D-${newFileId()}`
  const at = container.now()
  let contacts = false
  const taken = await changeFirm<Taken>(
    container,
    { principal, uscc, keyed, answer: () => ({ request: fresh, at, contacts }) },
    (before) => {
      if (!before) return refuse('unknownFirm')
      contacts = before.firm.contact !== undefined || (before.firm.contacts?.length ?? 0) > 0
      return [{ type: 'PersonalDataErased', request: fresh, identified }]
    },
  )
  if (isRefusal(taken)) return taken
  const { ids, next } = await issuesOfFirm(container, uscc, mostErased)
  await eraseOnRequest(container, ids, taken.request)
  await clearErased(container, 2 * mostErased)
  const outcome = await outcomeOf(container, ids, taken.request)
  return { uscc, ...taken, ...outcome, goesOn: next !== undefined }
}
