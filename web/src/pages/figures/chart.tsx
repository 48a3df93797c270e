import { useEffect, useRef, useState } from 'react'
import { Scroll } from '../../parts/scroll.tsx'
import { useSay } from '../../words/language.tsx'
import type { Drawing } from './draw-chart.ts'

type Props = Drawing & { title: string; hint?: string; shown?: (value: number) => string }

/** A chart with its table beside it: who cannot see the one reads the other. */
export const Chart = ({ title, hint, kind, labels, series, shown = String }: Props) => {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const content = JSON.stringify({ kind, labels, series })
  useEffect(() => {
    let gone = false
    let remove: (() => void) | undefined
    import('./draw-chart.ts').then(
      ({ drawChart }) => {
        if (!gone && place.current) remove = drawChart(place.current, JSON.parse(content) as Drawing)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      remove?.()
    }
  }, [content])
  return (
    <figure className="card chart-card">
      <figcaption>
        <h3>{title}</h3>
        {hint && <p className="hint">{hint}</p>}
      </figcaption>
      <div className="columns">
        {failed ? (
          <p>{say('图没有取到，数字见表。', 'The chart could not be fetched; the table has its numbers.')}</p>
        ) : (
          <div
            ref={place}
            className="chart"
            role="img"
            aria-label={say(`${title}，数字见表`, `${title}; its numbers are in the table`)}
          />
        )}
        <Scroll label={say(`${title}（表）`, `${title} (table)`)}>
          <table className="numbers narrow">
            <thead>
              <tr>
                <th scope="col">{say('项目', 'Item')}</th>
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((label, index) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {series.map(({ name, values }) => (
                    <td key={name}>{shown(values[index] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </figure>
  )
}
