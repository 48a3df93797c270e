import { type Basis, basisWords } from '../../../../core/indicators/indicator.ts'
import type { IndicatorAnswer } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'

type Row = IndicatorAnswer['rows'][number]
type Figure = Row['figures'][number]

/** What a figure stands on: numerator and denominator, and what was left out of both. */
const useStandsOn = () => {
  const say = useSay()
  return ({ part, whole, excluded }: Figure, unit: string) => {
    // Rates are weighted by yuan, which is no number of cases.
    const cases = unit === 'bp' || unit === 'spread' ? `${whole} 元` : `n=${whole ?? part}`
    const fraction = unit === 'share' && whole !== undefined ? `${part}/${whole}` : cases
    return excluded > 0
      ? say(`${fraction}，不计入 ${excluded}`, `${fraction}, left out ${excluded}`)
      : fraction
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
  const lines = answer.indicators.flatMap((meaning) => meaning.bases.map((basis) => ({ meaning, basis })))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too
    <section className="scroll" tabIndex={0} aria-label={say('指标表', 'Table of figures')}>
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
        <tbody>
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
                        aria-label={`${say(meaning)} ${rowName(row.dimension)} ${say(basisWords[basis])} ${figure.text}`}
                        onClick={() => onOpen(meaning.name, basis, row.dimension)}
                      >
                        {figure.text}
                      </button>
                    )}{' '}
                    <small>{figure && standsOn(figure, meaning.unit)}</small>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
