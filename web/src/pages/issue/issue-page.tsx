import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { eventsQuery, issueQuery } from '../../api/queries.ts'
import { useMe } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { SignalTag } from '../../parts/signal-tag.tsx'
import { useSay } from '../../words/language.tsx'
import { Commands } from './commands.tsx'
import { CopyForGroup } from './copy-for-group.tsx'
import { Facts } from './facts.tsx'
import { FirmLink } from './firm-link.tsx'
import { MatchingProducts } from './matches.tsx'
import { fillIn, type OpenForm } from './open-form.ts'
import { Papers } from './papers.tsx'
import { Standing } from './standing.tsx'
import { Timeline } from './timeline.tsx'
import { Workflow } from './workflow.tsx'

const Files = lazy(async () => ({ default: (await import('./files.tsx')).Files }))
const FinancePanel = lazy(async () => ({ default: (await import('./finance-panel.tsx')).FinancePanel }))
const PostsPanel = lazy(async () => ({ default: (await import('./posts-panel.tsx')).PostsPanel }))
const RefundPanel = lazy(async () => ({ default: (await import('./refund-panel.tsx')).RefundPanel }))

export const IssuePage = () => {
  const say = useSay()
  const { id } = useParams({ from: '/issues/$id' })
  const me = useMe()
  const found = useQuery(issueQuery(id))
  const history = useQuery(eventsQuery(id))
  const view = found.data
  // So much is drawn at once only in pieces between which the page still answers; later changes are small.
  const drawn = useDeferredValue(view !== undefined, false)
  /** A form that a panel opens begins anew, with what the panel knows. */
  const [opened, setOpened] = useState<{ times: number; field?: string | undefined }>({ times: 0 })
  const open: OpenForm = (command, typed, field) => {
    fillIn(id, command, typed)
    setOpened({ times: opened.times + 1, field })
  }
  if (!view || !me || !drawn) {
    return (
      <section>
        <h1>{say('诉求', 'Issue')}</h1>
        {found.isError && (
          <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />
        )}
        {!found.isError && <p role="status">{say('正在读取……', 'Loading …')}</p>}
      </section>
    )
  }
  const { issue } = view
  const events = history.data?.items ?? []
  return (
    <section className="issue">
      <h1>{issue.firm.name}</h1>
      <p className="content">{issue.content}</p>
      <p className="tags">
        {view.clocks.map(({ clock, due, signal }) => (
          <SignalTag key={clock} clock={clock} due={due} signal={signal} />
        ))}
      </p>
      <Standing issue={issue} />
      <CopyForGroup issue={issue} />
      <Workflow issue={issue} />
      <div className="columns">
        <div>
          <Commands key={opened.times} view={view} me={me} events={events} field={opened.field} />
          <Suspense fallback={null}>
            {issue.category === 'financing' && <FinancePanel view={view} me={me} events={events} />}
            {issue.category === 'hiring' && <PostsPanel issue={issue} me={me} onOpen={open} />}
            {issue.category === 'taxRefund' && <RefundPanel issue={issue} me={me} onOpen={open} />}
          </Suspense>
          <MatchingProducts issue={issue} />
          <FirmLink view={view} me={me} />
          <Suspense fallback={null}>
            <Files issue={issue} me={me} />
          </Suspense>
          <Papers issue={issue} />
        </div>
        <div>
          <Facts issue={issue} me={me} />
          {history.isError && <FailureBox failure={failureOf(history.error)} />}
          <Timeline events={events} />
        </div>
      </div>
    </section>
  )
}
