import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Just the parts that are drawn with; SVG, because it stays sharp on paper.
use([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer])

export type Series = { name: string; values: readonly number[] }
export type Drawing = {
  kind: 'bar' | 'line' | 'across'
  labels: readonly string[]
  series: readonly Series[]
}

const colours = ['#0b4ea2', '#8a5200', '#1e6b30', '#6b3fa0']

/** Draws into an element and follows its width; answers how to take it away again. */
export const drawChart = (element: HTMLElement, { kind, labels, series }: Drawing): (() => void) => {
  const chart = init(element, undefined, { renderer: 'svg' })
  const across = kind === 'across'
  const names = { type: 'category' as const, data: [...labels], inverse: across }
  const numbers = { type: 'value' as const, minInterval: 1 }
  const many = series.length > 1
  chart.setOption({
    animation: false,
    color: colours,
    // Patterns beside colours; the words for readers are the table's.
    aria: { enabled: true, label: { enabled: false }, decal: { show: many } },
    textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: 14 },
    grid: { left: 8, right: 24, top: many ? 40 : 16, bottom: 8, containLabel: true },
    ...(many && { legend: { top: 0 } }),
    xAxis: across ? numbers : names,
    yAxis: across ? names : numbers,
    series: series.map(({ name, values }) => ({
      name,
      type: kind === 'line' ? ('line' as const) : ('bar' as const),
      data: [...values],
      label: {
        show: true,
        position: kind === 'line' ? ('top' as const) : across ? ('right' as const) : ('top' as const),
      },
    })),
  })
  const watcher = new ResizeObserver(() => chart.resize())
  watcher.observe(element)
  return () => {
    watcher.disconnect()
    chart.dispose()
  }
}
