import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { rosterQuery } from '../../api/firm-queries.ts'
import { firmsQuery } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'

type Row = { uscc: string; name: string; park?: string | undefined; liaison?: string | undefined }

const Rows = ({ rows }: { rows: Row[] }) => {
  const say = useSay()
  const { nameOf } = useNames()
  return (
    <ul className="found" aria-label={say('企业', 'Firms')}>
      {rows.map((firm) => (
        <li key={firm.uscc}>
          <Link to="/firms/$uscc" params={{ uscc: firm.uscc }}>
            <b>{firm.name}</b>
          </Link>
          <p className="hint">
            {firm.uscc} {firm.park}{' '}
            {firm.liaison && say(`包联：${nameOf(firm.liaison)}`, `liaison ${firm.liaison}`)}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The firms of the zone: by name or code, or the roster by park and liaison. */
export const FirmsPage = () => {
  const say = useSay()
  const { directory } = useNames()
  const [typed, setTyped] = useState('')
  const [park, setPark] = useState('')
  const [liaison, setLiaison] = useState('')
  const q = useDeferredValue(typed.trim())
  const searching = q.length >= 2
  const found = useQuery(firmsQuery(q))
  const roster = useInfiniteQuery({
    ...rosterQuery({ ...(park && { park }), ...(liaison && { liaison }) }),
    enabled: !searching,
  })
  const rows: Row[] = searching
    ? (found.data?.items ?? [])
    : (roster.data?.pages.flatMap((page) => page.items) ?? [])
  const failed = searching ? found : roster
  return (
    <section aria-busy={found.isFetching || roster.isFetching}>
      <h1>{say('企业', 'Firms')}</h1>
      <div className="filters">
        <Field label={say('企业名称或信用代码', 'Name or credit code')} required>
          {(ids) => (
            <Input {...ids} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <Field label={say('园区', 'Park')} required>
          {(ids) => (
            <NativeSelect {...ids} value={park} onChange={(event) => setPark(event.target.value)}>
              <option value="">{say('全部', 'All')}</option>
              {directory?.zone.parks.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <Field label={say('包联干部', 'Liaison')} required>
          {(ids) => (
            <NativeSelect {...ids} value={liaison} onChange={(event) => setLiaison(event.target.value)}>
              <option value="">{say('全部', 'All')}</option>
              <option value="any">{say('有包联', 'With one')}</option>
              <option value="none">{say('无包联', 'Without')}</option>
              {directory?.users
                .filter(({ role }) => role === 'official')
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </NativeSelect>
          )}
        </Field>
      </div>
      {failed.isError && (
        <FailureBox failure={failureOf(failed.error)} onRetry={() => void failed.refetch()} />
      )}
      <p role="status" className="hint">
        {failed.isLoading && say('正在读取……', 'Loading …')}
        {failed.isSuccess && rows.length === 0 && say('没有找到。', 'None found.')}
      </p>
      <Rows rows={rows} />
      {!searching && roster.hasNextPage && (
        <Button onClick={() => void roster.fetchNextPage()} loading={roster.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
    </section>
  )
}
