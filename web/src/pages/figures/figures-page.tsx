import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { breakdownWords } from '../../../../core/indicators/dimensions.ts'
import { categoryWords } from '../../../../core/words.ts'
import { failureOf } from '../../api/failure.ts'
import { indicatorsQuery } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { thisMonth } from '../../words/time.ts'
import { FiguresTable } from './figures-table.tsx'

/** The figures of a month, each with its basis, what it stands on and what was left out. */
export const FiguresPage = () => {
  const say = useSay()
  const { nameOf } = useNames()
  const [month, setMonth] = useState(thisMonth())
  const [by, setBy] = useState<keyof typeof breakdownWords>('all')
  const found = useQuery(indicatorsQuery(month, by))
  const rows = found.data?.rows ?? []
  const rowName = (dimension: string) => {
    const key = dimension.slice(dimension.indexOf(':') + 1)
    if (key in categoryWords) return say(categoryWords[key as keyof typeof categoryWords])
    if (key === 'none') return say('未注明', 'not given')
    return key === 'all' ? say(breakdownWords.all) : nameOf(key)
  }
  return (
    <section aria-busy={found.isFetching}>
      <h1>{say('指标', 'Figures')}</h1>
      <div className="filters">
        <Field label={say('月份', 'Month')} required>
          {(ids) => (
            <Input
              {...ids}
              type="month"
              value={month}
              onChange={(event) => event.target.value && setMonth(event.target.value)}
            />
          )}
        </Field>
        <Choice label={say('分列', 'Rows')} words={breakdownWords} value={by} onChange={setBy} required />
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
      {found.data && rows.length > 0 && <FiguresTable answer={found.data} rowName={rowName} />}
    </section>
  )
}
