import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { basisWords } from '../../../../core/indicators/indicator.ts'
import { categoryWords, stageWords } from '../../../../core/words.ts'
import { failureOf } from '../../api/failure.ts'
import { figureIssuesQuery, type IndicatorAnswer } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import type { FigurePart, FigureSearch } from './figure-search.ts'

const partWords = {
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  excluded: { zh: '不计入', en: 'left out' },
} as const

type Props = {
  asked: FigureSearch & { month: string }
  meaning: IndicatorAnswer['indicators'][number]
  rowName: string
  onPart: (part: FigurePart) => void
  onClose: () => void
}

/** The issues behind a figure: those counted, those it was divided by, and those left out of both. */
export const FigureIssues = ({ asked, meaning, rowName, onPart, onClose }: Props) => {
  const say = useSay()
  const { nameOf } = useNames()
  const heading = useRef<HTMLHeadingElement>(null)
  const { month, by = 'all', of, basis = 'cohort', part = 'numerator' } = asked
  const found = useInfiniteQuery(
    figureIssuesQuery(meaning.name, {
      month,
      basis,
      by,
      part,
      of: by === 'all' || by === 'month' ? undefined : of,
    }),
  )
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  useEffect(() => heading.current?.focus(), [])
  return (
    <section
      className="card"
      aria-busy={found.isFetching}
      aria-label={say('数字背后的诉求', 'Issues behind the figure')}
    >
      <h2 ref={heading} tabIndex={-1}>
        {say(meaning)} · {rowName} · {month}
      </h2>
      <p className="hint">
        {say(meaning.formula)}（{say(basisWords[basis])}）
      </p>
      <Choice
        label={say('看哪一部分', 'Which part')}
        words={partWords}
        value={part}
        onChange={onPart}
        required
      />
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <ul className="issues untickable" aria-label={say('诉求', 'Issues')}>
        {items.map((one) => (
          <li key={one.id}>
            <div className="what">
              <Link to="/issues/$id" params={{ id: one.id }}>
                {one.id} {one.firm.name}
              </Link>
              <p>{one.summary}</p>
              {one.days && <p className="hint">{one.days.join('、')}</p>}
            </div>
            <p className="tags">
              <span className="tag">{say(categoryWords[one.category])}</span>
              <span className="tag">{say(stageWords[one.stage])}</span>
              {one.department && <span className="tag">{nameOf(one.department)}</span>}
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className="hint">
        {found.isLoading && say('正在读取……', 'Loading …')}
        {found.isSuccess && say(`已列出 ${items.length} 件。`, `${items.length} listed.`)}
      </p>
      <div className="buttons">
        {found.hasNextPage && (
          <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {say('再列一些', 'Show more')}
          </Button>
        )}
        <Button onClick={onClose}>{say('收起', 'Close')}</Button>
      </div>
    </section>
  )
}
