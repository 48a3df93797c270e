import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { categoryWords } from '../../../../core/words.ts'
import { failureOf } from '../../api/failure.ts'
import { indicatorsQuery } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { thisMonth } from '../../words/time.ts'
import { figureWord, inOrder } from './figure-words.ts'

const byWords = {
  all: { zh: '全区', en: 'the zone' },
  department: { zh: '按部门', en: 'by department' },
  category: { zh: '按类别', en: 'by category' },
} as const

const namesIn = (figures: Record<string, number>) =>
  Object.keys(figures).filter((name) => figures[name] !== 0)

/** The figures of a month as numbers; every one beside its name. */
export const FiguresPage = () => {
  const say = useSay()
  const { nameOf } = useNames()
  const [month, setMonth] = useState(thisMonth())
  const [by, setBy] = useState<keyof typeof byWords>('department')
  const found = useQuery(indicatorsQuery(month, by))
  // A row of zeros is what moved elsewhere.
  const rows = (found.data?.rows ?? []).filter((row) =>
    Object.values(row.figures).some((figure) => figure !== 0),
  )
  const names = inOrder([...new Set(rows.flatMap((row) => namesIn(row.figures)))])
  const rowName = (dimension: string) => {
    const key = dimension.replace(/^.*[:#=]/, '')
    if (key in categoryWords) return say(categoryWords[key as keyof typeof categoryWords])
    if (key === 'none') return say('未交办', 'not routed')
    return key === 'all' ? say(byWords.all) : nameOf(key)
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
        <Choice label={say('分列', 'Rows')} words={byWords} value={by} onChange={setBy} required />
      </div>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <p role="status" className="hint">
        {found.isLoading && say('正在读取……', 'Loading …')}
        {found.isSuccess &&
          rows.length === 0 &&
          say('这个月还没有数字。', 'There are no figures for this month.')}
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too
        <section className="scroll" tabIndex={0} aria-label={say('指标表', 'Table of figures')}>
          <table className="numbers">
            <thead>
              <tr>
                <th scope="col">{say(byWords[by])}</th>
                {names.map((name) => (
                  <th scope="col" key={name}>
                    {say(figureWord(name))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.dimension}>
                  <th scope="row">{rowName(row.dimension)}</th>
                  {names.map((name) => (
                    <td key={name}>{row.figures[name] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
