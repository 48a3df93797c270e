import { Link } from '@tanstack/react-router'
import { Fragment, useEffect, useRef } from 'react'
import type { z } from 'zod'
import type * as papers from '../../../../core/api/papers.ts'
import { basisWords } from '../../../../core/indicators/indicator.ts'
import type { IndicatorAnswer } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

export type RecountAnswer = z.infer<typeof papers.Recount>
type Change = RecountAnswer['changes'][number]

const Ids = ({ label, ids }: { label: string; ids: readonly string[] }) =>
  ids.length > 0 && (
    <p className="hint">
      {label}
      {ids.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && '、'}
          <Link to="/issues/$id" params={{ id }}>
            {id}
          </Link>
        </Fragment>
      ))}
    </p>
  )

const ChangeRow = ({ change, name }: { change: Change; name: string }) => {
  const say = useSay()
  const { basis, said, now, numerator, denominator } = change
  const parts = [
    [say('分子', 'Numerator'), numerator],
    [say('分母', 'Denominator'), denominator],
  ] as const
  return (
    <li>
      <p>
        {name}（{say(basisWords[basis])}）：
        {say(`报告 ${said}，现为 ${now}`, `the report says ${said}, now ${now}`)}
      </p>
      {parts.map(([part, { added, removed }]) => (
        <div key={part}>
          <Ids label={say(`${part}新增：`, `${part}, added: `)} ids={added} />
          <Ids label={say(`${part}不再计入：`, `${part}, no longer counted: `)} ids={removed} />
        </div>
      ))}
    </li>
  )
}

/** What a recount says beside a report that stays as it was issued. */
export const Recounted = ({
  recount,
  indicators,
}: {
  recount: RecountAnswer
  indicators: IndicatorAnswer['indicators']
}) => {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { id, recountedAt, intact, changes } = recount
  const nameOf = (name: string) => {
    const meaning = indicators.find((one) => one.name === name)
    return meaning ? say(meaning) : name
  }
  return (
    <section className="card" aria-label={say(`${id} 重新核算`, `Recount of ${id}`)}>
      <h3 ref={heading} tabIndex={-1}>
        {say('重新核算', 'Recount')} <small>{dateTime(recountedAt)}</small>
      </h3>
      <p>
        {intact
          ? say('报告与出具时一字不差。', 'The report is what was issued, to the letter.')
          : say(
              '报告与出具时不一致：存档被改动过，请以纸质件为准并查明原因。',
              'The report is not what was issued: its file was changed. Go by the paper copy and find out why.',
            )}
      </p>
      <p>
        {changes.length === 0
          ? say('现在核算的结果与报告相同。', 'Counted now, every figure is the same.')
          : say(
              `${changes.length} 个指标现在不同；报告不会改动。`,
              `${changes.length} figures differ now; the report itself stays as it is.`,
            )}
      </p>
      {changes.length > 0 && (
        <ul className="notices" aria-label={say('差异', 'Differences')}>
          {changes.map((change) => (
            <ChangeRow key={`${change.name} ${change.basis}`} change={change} name={nameOf(change.name)} />
          ))}
        </ul>
      )}
    </section>
  )
}
