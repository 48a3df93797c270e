import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { issuesQuery } from '../../api/queries.ts'
import { Home } from '../../app/home.tsx'
import { useMe } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { type Filter, queuesOf } from './filter.ts'
import { Filters } from './filters.tsx'
import { IssueItem } from './issue-item.tsx'
import { moveByKey } from './move-by-key.ts'

export const WorkPage = () => {
  const say = useSay()
  const me = useMe()
  const search = useSearch({ from: '/work' })
  const navigate = useNavigate({ from: '/work' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const queue = search.firm ? undefined : (search.queue ?? (me && queuesOf(me)[0]?.id))
  const filter: Filter = { ...search, queue }
  const list = useInfiniteQuery({ ...issuesQuery(filter), enabled: Boolean(queue ?? search.firm) })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const selected = items.filter((item) => chosen.has(item.id))

  const setFilter = (next: Filter) => {
    setChosen(new Set())
    void navigate({ search: next, replace: true })
  }
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))

  if (!me) return <p role="status">{say('正在读取……', 'Loading …')}</p>
  // Who has no queue begins elsewhere, also by an old link.
  if (!queue && !search.firm) return <Home />
  return (
    <section aria-busy={list.isFetching}>
      <h1>{say('工作台', 'Work')}</h1>
      <Filters me={me} filter={filter} onChange={setFilter} />
      {list.isError && <FailureBox failure={failureOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.data && (
        <BulkBar
          role={me.role}
          selected={selected}
          all={items.length > 0 && selected.length === items.length}
          onAll={(on) => setChosen(new Set(on ? items.map((item) => item.id) : []))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <ul className="issues" onKeyDown={moveByKey} aria-label={say('诉求', 'Issues')}>
        {items.map((item) => (
          <IssueItem key={item.id} item={item} chosen={chosen.has(item.id)} onChoose={choose} />
        ))}
      </ul>
      <p role="status" className="hint">
        {list.isLoading && say('正在读取……', 'Loading …')}
        {list.isSuccess && items.length === 0 && say('这里没有诉求。', 'There are no issues here.')}
        {items.length > 0 &&
          say(`已列出 ${items.length} 件，最紧迫的在前。`, `${items.length} listed, the most urgent first.`)}
      </p>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
    </section>
  )
}
