import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { attempt, newKey } from '../../api/call.ts'
import { failureOf } from '../../api/failure.ts'
import { noticesQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

/** What somebody or their unit has been told, the latest first. */
export const NoticesPage = () => {
  const say = useSay()
  const queries = useQueryClient()
  const list = useInfiniteQuery(noticesQuery)
  const [first] = list.data?.pages ?? []
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const readAll = async () => {
    if (!first) return
    // What came in after the list was read stays unread.
    await attempt({ method: 'POST', path: '/notices/read', body: { upTo: first.asOf }, key: newKey() })
    await queries.invalidateQueries({ queryKey: ['notices'] })
  }
  return (
    <section aria-busy={list.isFetching}>
      <h1>{say('通知', 'Notices')}</h1>
      {list.isError && <FailureBox failure={failureOf(list.error)} onRetry={() => void list.refetch()} />}
      {(first?.unread ?? 0) > 0 && (
        <Button onClick={() => void readAll()}>{say('全部标为已读', 'Mark all as read')}</Button>
      )}
      <ul className="notices" aria-label={say('通知', 'Notices')}>
        {items.map((notice) => (
          <li key={notice.id} className={notice.unread ? 'unread' : undefined}>
            {notice.issue ? (
              <Link to="/issues/$id" params={{ id: notice.issue }}>
                {notice.firm}
              </Link>
            ) : (
              <Link to="/firms/$uscc" params={{ uscc: notice.uscc ?? '' }}>
                {notice.firm}
              </Link>
            )}
            {notice.unread && <span className="tag urgent">{say('未读', 'unread')}</span>}
            <p>{say(notice)}</p>
            <p className="hint">
              <time dateTime={notice.at}>{dateTime(notice.at)}</time> {notice.issue ?? notice.uscc}
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className="hint">
        {list.isLoading && say('正在读取……', 'Loading …')}
        {list.isSuccess && items.length === 0 && say('没有通知。', 'There are no notices.')}
      </p>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
    </section>
  )
}
