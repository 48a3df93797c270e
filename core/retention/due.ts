import type { Issue } from '../issue/issue.ts'
import { standingOf } from '../issue/standing.ts'
import { validOn } from '../reference/records.ts'
import { dateAddMonths, localDate } from '../zone-time.ts'
import { defaultRetention, type PersonalKind, type Retention } from './retention.ts'

/** The rule in force on a date; an office of before there was one goes by the default. */
export const retentionOn = (records: readonly Retention[] | undefined, date: string): Retention =>
  validOn(records ?? [], date)[0] ?? defaultRetention

/** When an issue was over: nothing is waited for any more. An imported history counts from its import. */
export const overSince = (issue: Issue): string | undefined => {
  if (standingOf(issue) !== 'over') return undefined
  if (issue.stage === 'closed') return issue.archivedAt ?? issue.confirmation.at
  return 'endedAt' in issue ? issue.endedAt : undefined
}

/** The latest day on which a consent of the issue counted or was used; none where it holds none. */
export const consentsUsedUntil = ({ financing }: Pick<Issue, 'financing'>): string | undefined => {
  const days = (financing?.consents ?? []).flatMap(({ id, withdrawnAt, expiresOn }) => [
    withdrawnAt ? localDate(withdrawnAt) : expiresOn,
    ...(financing?.disclosures ?? []).flatMap((one) => (one.consents.includes(id) ? localDate(one.at) : [])),
  ])
  return days.toSorted().at(-1)
}

export const erasedKinds = (issue: Pick<Issue, 'erased'>): ReadonlySet<PersonalKind> =>
  new Set(issue.erased?.flatMap(({ kinds }) => kinds) ?? [])

const erasedFirst: readonly PersonalKind[] = ['contact', 'words', 'files']

export type Kept = { kind: PersonalKind; until: string }

/** What personal data an issue that is over still holds, and the day on which each goes. */
export const keptOf = (issue: Issue, rule: Retention): Kept[] => {
  const since = overSince(issue)
  if (since === undefined) return []
  const gone = erasedKinds(issue)
  const until = dateAddMonths(localDate(since), rule.eraseMonths)
  const used = consentsUsedUntil(issue)
  const lawful = used === undefined ? until : dateAddMonths(used, rule.consentMonths)
  const kinds: Kept[] = [
    ...erasedFirst.map((kind) => ({ kind, until })),
    // With nothing signed there is nothing to wait for: one event says that all is gone.
    { kind: 'signatories', until: gone.has('words') || lawful > until ? lawful : until },
  ]
  return kinds.filter(({ kind }) => !gone.has(kind))
}

/** What may go today: by the rule, or, where the firm asks, all but what the law keeps. */
export const erasable = (
  issue: Issue,
  rule: Retention,
  today: string,
  onRequest: boolean,
): PersonalKind[] => {
  const used = consentsUsedUntil(issue)
  const free = used === undefined || dateAddMonths(used, rule.consentMonths) <= today
  return keptOf(issue, rule)
    .filter(({ kind, until }) => until <= today || (onRequest && (kind !== 'signatories' || free)))
    .map(({ kind }) => kind)
}

/** In which of its last states an issue is, for whoever looks for what has come to its time, and since when. */
export const lastState = (
  issue: Issue,
): { state: 'over' | 'archived' | 'consents'; since: string } | undefined => {
  const since = overSince(issue)
  if (since === undefined) return undefined
  const gone = erasedKinds(issue)
  if (gone.has('signatories')) return undefined
  if (!gone.has('words')) return { state: issue.recordArchived ? 'archived' : 'over', since }
  return { state: 'consents', since: `${consentsUsedUntil(issue) ?? localDate(since)}T00:00:00Z` }
}
