import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Issue } from '../../../../core/issue/issue.ts'
import { failureOf } from '../../api/failure.ts'
import { matchesQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'

const MatchList = lazy(() => import('./match-list.tsx').then((file) => ({ default: file.MatchList })))

/** Loan products for a financing issue; fetched only when somebody asks, for most visits to the page do not. */
export const MatchingProducts = ({ issue }: { issue: Issue }) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const found = useQuery({ ...matchesQuery(issue.id), enabled: open && issue.category === 'financing' })
  if (issue.category !== 'financing') return null
  const wait = <p role="status">{say('正在比对……', 'Comparing …')}</p>
  return (
    <section aria-label={say('可匹配产品', 'Matching products')}>
      <h2>{say('可匹配产品', 'Matching products')}</h2>
      {!open && (
        <Button onClick={() => setOpen(true)}>{say('查看可匹配产品', 'Show matching products')}</Button>
      )}
      {found.isFetching && !found.data && wait}
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      {open && found.data && (
        <Suspense fallback={wait}>
          <MatchList matches={found.data} />
        </Suspense>
      )}
    </section>
  )
}
