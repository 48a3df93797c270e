import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { countedSizeWords } from '../../../../core/firm/size-by-standard.ts'
import { breakdownWords } from '../../../../core/indicators/breakdowns.ts'
import { categoryWords } from '../../../../core/words.ts'
import { failureOf } from '../../api/failure.ts'
import { indicatorsQuery } from '../../api/queries.ts'
import { useMe, useNames } from '../../app/use-me.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { MonthField } from '../../parts/month-field.tsx'
import { useSay } from '../../words/language.tsx'
import { thisMonth } from '../../words/time.ts'
import { FigureIssues } from './figure-issues.tsx'
import type { FigureSearch } from './figure-search.ts'
import { FiguresTable } from './figures-table.tsx'
import { Reports } from './reports.tsx'
import { Sample } from './sample.tsx'

const Charts = lazy(async () => ({ default: (await import('./charts.tsx')).Charts }))

/** Reports and samples are theirs. */
const answersForAll: readonly string[] = ['dispatcher', 'manager', 'auditor']

const isNone = (dimension: string) => dimension.endsWith(':none')

/** By name as a dictionary has it; what has no value stands last, months stand in their own order. */
const compareNames = (a: string, b: string, rowName: (dimension: string) => string) =>
  Number(isNone(a)) - Number(isNone(b)) || rowName(a).localeCompare(rowName(b), 'zh-CN')

/** The figures of a month, each with its basis, what it stands on and what was left out. */
export const FiguresPage = () => {
  const say = useSay()
  const { nameOf } = useNames()
  const me = useMe()
  const [charts, setCharts] = useState(false)
  const search = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const { month = thisMonth(), by = 'all' } = search
  const go = (next: FigureSearch) => void navigate({ search: next, resetScroll: false })
  const found = useQuery(indicatorsQuery(month, by))
  const rowName = (dimension: string) => {
    const key = dimension.slice(dimension.indexOf(':') + 1)
    if (key in categoryWords) return say(categoryWords[key as keyof typeof categoryWords])
    if (key === 'none') return say('未注明', 'not given')
    return key === 'all' ? say(breakdownWords.all) : nameOf(key)
  }
  // In the order of their names, never of their figures.
  const rows = (found.data?.rows ?? []).toSorted((a, b) => compareNames(a.dimension, b.dimension, rowName))
  const meaning = found.data?.indicators.find(({ name }) => name === search.figure)
  return (
    <section aria-busy={found.isFetching}>
      <h1>{say('指标', 'Figures')}</h1>
      <div className="filters">
        <MonthField month={month} onChange={(next) => go({ month: next, by })} />
        <Choice
          label={say('分列', 'Rows')}
          words={breakdownWords}
          value={by}
          onChange={(next) => go({ month, by: next })}
          required
        />
      </div>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <p role="status" className="hint">
        {found.isLoading && say('正在读取……', 'Loading …')}
        {found.isSuccess &&
          rows.length === 0 &&
          say('这个月还没有数字。', 'There are no figures for this month.')}
        {found.data &&
          rows.length > 0 &&
          (found.data.dueThrough
            ? say(
                `到期口径截至 ${found.data.dueThrough}；少于10件的显示分数。`,
                `What was due is counted up to ${found.data.dueThrough}; below ten the fraction is shown.`,
              )
            : say('这个月还没有到期的事项。', 'Nothing of this month has been due yet.'))}
      </p>
      {by === 'size' && rows.length > 0 && <p className="hint">{say(countedSizeWords)}</p>}
      {found.data && rows.length > 0 && (
        <FiguresTable
          answer={{ ...found.data, rows }}
          rowName={rowName}
          onOpen={(figure, basis, dimension) =>
            go({
              // A month's row opens that month.
              month: by === 'month' ? dimension.slice('month:'.length) : month,
              by: by === 'month' ? 'all' : by,
              figure,
              basis,
              ...(by !== 'all' && by !== 'month' && { of: dimension.slice(dimension.indexOf(':') + 1) }),
            })
          }
        />
      )}
      {meaning && (
        <FigureIssues
          // Another figure takes the reader to its list.
          key={[meaning.name, search.basis, search.of].join(' ')}
          asked={{ ...search, month }}
          meaning={meaning}
          rowName={rowName(search.of ? `${by}:${search.of}` : 'all')}
          onPart={(part) => go({ ...search, part })}
          onClose={() => go({ month, by })}
        />
      )}
      {/* Nothing stands below the table before it is there, or a finger would meet what has just moved. */}
      {!found.isLoading && (
        <>
          <details className="more" open={charts} onToggle={(event) => setCharts(event.currentTarget.open)}>
            <summary>{say('图表', 'Charts')}</summary>
            {charts && (
              <Suspense fallback={<p role="status">{say('正在读取……', 'Loading …')}</p>}>
                <Charts month={month} />
              </Suspense>
            )}
          </details>
          {me && answersForAll.includes(me.role) && (
            <>
              <Reports month={month} me={me} indicators={found.data?.indicators ?? []} />
              <Sample month={month} />
            </>
          )}
          <div className="buttons">
            <Button onClick={() => window.print()}>{say('打印', 'Print')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
