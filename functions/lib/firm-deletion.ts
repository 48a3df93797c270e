import * as z from 'zod'
import type { DeletionAnswer } from '../../core/api/firm-data.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { keptOf, overSince, retentionOn } from '../../core/retention/due.ts'
import { identifiedWords, type KeptWhat, keptWords } from '../../core/retention/firm-data.ts'
import { Uscc } from '../../core/scalars.ts'
import { keysOf } from '../../core/words.ts'
import { localDate } from '../../core/zone-time.ts'
import { eventRow } from '../store/issue-rows.ts'
import { byFirmKey, keys } from '../store/keys.ts'
import { readStream } from '../store/stream.ts'
import type { Container } from './container.ts'
import { changeFirm } from './firm-register.ts'
import { giveCommand } from './give-command.ts'

/** A firm's request for deletion, as it is followed up. It names nobody. */
export const FirmDeletion = z.object({
  uscc: Uscc,
  request: z.string(),
  identified: z.enum(keysOf(identifiedWords)),
})
export type FirmDeletion = z.infer<typeof FirmDeletion>

/** Takes a request down once more in an office that does not know of it: one that was restored from before it. */
export const takeDownAgain = async (
  container: Container,
  { uscc, ...asked }: FirmDeletion,
): Promise<void> => {
  const { rows } = await readStream(container.table, keys.firmHead(uscc).pk)
  if (rows.length === 0) return
  const known = rows.some((row) => {
    const { fact } = eventRow(row)
    return fact.type === 'PersonalDataErased' && fact.request === asked.request
  })
  if (known) return
  const result = await changeFirm<true>(
    container,
    { principal: theSystem, uscc, answer: () => true },
    (before) => (before ? [{ type: 'PersonalDataErased', ...asked }] : []),
  )
  if (isRefusal(result)) throw new Error(`deletion ${asked.request} was refused: ${result.refused}`)
}

type After = Readonly<Record<string, string>>

/** A page of the ids of a firm's issues, the latest first. */
export const issuesOfFirm = async (
  { table }: Pick<Container, 'table'>,
  uscc: string,
  limit: number,
  after?: After,
): Promise<{ ids: string[]; next?: After }> => {
  const page = await table.query({
    index: 'byFirm',
    pk: byFirmKey(uscc, '', '').fm,
    limit,
    descending: true,
    ...(after && { after }),
  })
  const ids = page.items.filter(({ pk }) => pk.startsWith('ISSUE#')).map((item) => String(item.id))
  return { ids, ...(page.next && { next: page.next }) }
}

/** Refusals that say that nothing of an issue may go yet; it is told as kept. */
const stays = new Set(['stillGoingOn', 'notDueYet', 'wrongStage'])

/** Erases of these issues what may go because the firm asks. Done again, it finds nothing left. */
export const eraseOnRequest = async (container: Container, ids: readonly string[], request: string) => {
  for (const id of ids) {
    const asked = { command: 'erasePersonalData' as const, id, input: { request }, principal: theSystem }
    const result = await giveCommand(container, asked)
    if (isRefusal(result) && !stays.has(result.refused)) {
      throw new Error(`${id} could not be erased: ${result.refused}`)
    }
  }
}

const erasedBy = (issue: Issue, request: string) =>
  issue.erased?.flatMap((one) => (one.request === request ? one.kinds : [])) ?? []

type Kept = DeletionAnswer['kept'][number]
const line = (what: KeptWhat, issues?: Kept['issues']): Kept[] =>
  issues?.length === 0 ? [] : [{ what, ...keptWords[what], ...(issues && { issues }) }]

/** What a request has erased of these issues and what the law keeps of them: read from the issues as they are. */
export const outcomeOf = async (
  container: Container,
  ids: readonly string[],
  request: string,
): Promise<Pick<DeletionAnswer, 'erased' | 'kept'>> => {
  const rule = retentionOn((await container.reference()).retention, localDate(container.now()))
  const issues = (await container.issues.loadMany(ids)).map(({ issue }) => issue)
  const goingOn = issues.filter((issue) => overSince(issue) === undefined)
  const consents = issues.flatMap((issue) => {
    if (!issue.financing?.consents?.length) return []
    const kept = keptOf(issue, rule).find(({ kind }) => kind === 'signatories')
    return kept ? [{ issue: issue.id, until: kept.until }] : []
  })
  return {
    erased: issues.flatMap((issue) => {
      const kinds = erasedBy(issue, request)
      return kinds.length > 0 ? [{ issue: issue.id, kinds }] : []
    }),
    kept: [
      ...line(
        'goingOn',
        goingOn.map(({ id }) => ({ issue: id })),
      ),
      ...line('consents', consents),
      ...line('visits'),
      ...line('record'),
      ...line('audit'),
      ...line('firmFacts'),
    ],
  }
}
