import { type Basis, basisWords } from '../../../../core/indicators/indicator.ts'
import { topics, topicWords } from '../../../../core/indicators/topics.ts'
import type { IndicatorAnswer } from '../../api/queries.ts'
import { Scroll } from '../../parts/scroll.tsx'
import { useSay } from '../../words/language.tsx'
import { inWan } from '../../words/money.ts'

type Row = IndicatorAnswer['rows'][number]
type Figure = Row['figures'][number]
type Meaning = IndicatorAnswer['indicators'][number]

/** What a figure stands on: numerator and denominator, and what was left out of both. */
const useStandsOn = () => {
  const say = useSay()
  return ({ part, whole, excluded, text }: Figure, { unit, money }: Meaning) => {
    const shown = (number: number) => (money ? inWan(number, say) : String(number))
    // Rates are weighted by yuan, which is no number of cases.
    const weighed = unit === 'bp' || unit === 'spread' ? inWan(whole ?? 0, say) : `n=${whole ?? part}`
    const cases = unit === 'yuan' || unit === 'count' ? '' : weighed
    // Of few the figure itself is the fraction.
    const share = text === `${part}/${whole}` ? '' : `${shown(part)} / ${shown(whole ?? 0)}`
    const fraction = unit === 'share' && whole !== undefined ? share : cases
    const out = excluded > 0 ? [say(`不计入 ${excluded}`, `left out ${excluded}`)] : []
    return [...(fraction ? [fraction] : []), ...out].join(say('，', ', '))
  }
}

const figureIn = (row: Row, name: string, basis: string) =>
  row.figures.find((figure) => figure.name === name && figure.basis === basis)

/** One line per figure and basis, one column per row of the breakdown. */
export const FiguresTable = ({
  answer,
  rowName,
  onOpen,
}: {
  answer: IndicatorAnswer
  rowName: (dimension: string) => string
  onOpen: (name: string, basis: Basis, dimension: string) => void
}) => {
  const say = useSay()
  const standsOn = useStandsOn()
  const shownOf = ({ text, value }: Figure, { unit }: Meaning) =>
    unit === 'yuan' && value !== null ? inWan(value, say) : text
  const byTopic = topics.map((topic) => ({
    topic,
    lines: answer.indicators
      .filter((meaning) => meaning.topic === topic)
      .flatMap((meaning) => meaning.bases.map((basis) => ({ meaning, basis }))),
  }))
  return (
    <Scroll label={say('指标表', 'Table of figures')}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{say('指标', 'Figure')}</th>
            <th scope="col">{say('口径', 'Basis')}</th>
            {answer.rows.map(({ dimension }) => (
              <th scope="col" key={dimension}>
                {rowName(dimension)}
              </th>
            ))}
          </tr>
        </thead>
        {byTopic.map(({ topic, lines }) => (
          <tbody key={topic}>
            <tr>
              <th scope="rowgroup" colSpan={2 + answer.rows.length} className="topic">
                {say(topicWords[topic])}
              </th>
            </tr>
            {lines.map(({ meaning, basis }) => (
              <tr key={`${meaning.name} ${basis}`}>
                <th scope="row" title={say(meaning.formula)}>
                  {say(meaning)}
                </th>
                <td title={say(basisWords[basis])}>
                  {basis === 'cohort' ? say('登记', 'logged') : say('到期', 'due')}
                </td>
                {answer.rows.map((row) => {
                  const figure = figureIn(row, meaning.name, basis)
                  return (
                    <td key={row.dimension}>
                      {figure && (
                        <button
                          type="button"
                          className="open-figure"
                          aria-label={`${say(meaning)} ${rowName(row.dimension)} ${say(basisWords[basis])} ${shownOf(figure, meaning)}`}
                          onClick={() => onOpen(meaning.name, basis, row.dimension)}
                        >
                          {shownOf(figure, meaning)}
                        </button>
                      )}{' '}
                      <small>{figure && standsOn(figure, meaning)}</small>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}
