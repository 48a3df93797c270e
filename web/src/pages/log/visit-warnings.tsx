import { useQueries } from '@tanstack/react-query'
import { isQuiet } from '../../../../core/firm/firm.ts'
import { dateAdd } from '../../../../core/zone-time.ts'
import { firmQuery } from '../../api/firm-queries.ts'
import { useSay } from '../../words/language.tsx'
import type { Word } from '../../words/language-of.ts'
import type { VisitDraft } from './visit-draft.ts'

/** So many days an earlier visit is spoken of. */
const latelyDays = 30

/**
 * Before anything is sent: a firm that was visited in the last thirty days, or that asked not to be disturbed. Without
 * network nothing is said here; the office says it in its answer.
 */
export const VisitWarnings = ({ draft }: { draft: Pick<VisitDraft, 'firms' | 'kind' | 'on'> }) => {
  const say = useSay()
  // A call, or a word from the firm itself, is no visit.
  const visits = (draft.kind === 'visit' || draft.kind === 'forum') && draft.on !== ''
  const asked = visits ? draft.firms.filter((firm) => !firm.isNew) : []
  const found = useQueries({
    queries: asked.map(({ uscc }) => ({ ...firmQuery(uscc), retry: false, staleTime: 60_000 })),
  })
  const from = visits ? dateAdd(draft.on, -latelyDays) : ''
  const warnings = found.flatMap(({ data }): Word[] => {
    if (!data) return []
    const { firm, visitedLately } = data
    const last = visitedLately.find(({ on }) => on >= from && on <= draft.on)
    return [
      ...(firm.quietUntil && isQuiet(firm, draft.on)
        ? [
            {
              zh: `${firm.name}请勿打扰，至${firm.quietUntil}`,
              en: `${firm.name} asks for quiet until ${firm.quietUntil}`,
            },
          ]
        : []),
      ...(last
        ? [
            {
              zh: `${firm.name}近30天内（${last.on}）已走访过`,
              en: `${firm.name} was visited in the last 30 days, on ${last.on}`,
            },
          ]
        : []),
    ]
  })
  return (
    <div role="status">
      {warnings.map((warning) => (
        <p key={warning.zh} className="note-well">
          {say(warning)}
        </p>
      ))}
    </div>
  )
}
