import { basisWords } from '../indicators/indicator.ts'
import { indicatorOf } from '../indicators/indicators.ts'
import { standsOn, onPaper as textOnPaper } from '../indicators/stands-on.ts'
import type { FrozenFigure, FrozenReport } from '../reports/report.ts'
import { type Block, footOf, onPaper, type Paper } from './paper.ts'

const rowOf = (figure: FrozenFigure): string[] => {
  const indicator = indicatorOf(figure.name)
  const { part, whole, excluded } = figure
  return [
    indicator.zh,
    textOnPaper(indicator, figure),
    standsOn(indicator, part, whole),
    String(excluded),
    indicator.formula.zh,
  ]
}

const tableFor = (basis: FrozenFigure['basis'], figures: readonly FrozenFigure[]): Block[] => {
  const rows = figures.filter((figure) => figure.basis === basis).map(rowOf)
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: basisWords[basis].zh },
    {
      kind: 'table',
      heads: ['指标', '数值', '分子/分母', '不计入', '怎么算'],
      widths: [0.22, 0.13, 0.18, 0.09, 0.38],
      rows,
    },
  ]
}

/** 周报, 月报: each figure with its basis, what it stands on and what was left out; no unit and no person is ranked. */
export const reportPaper = (report: FrozenReport, made: { by: string; at: string }): Paper => {
  const due = report.dueThrough
    ? `到期口径计至 ${report.dueThrough}，未到期的不在其中。`
    : '本期尚无到期事项。'
  return {
    title: report.title,
    subtitle: `数据时间 ${onPaper(report.asOf)}`,
    blocks: [
      {
        kind: 'text',
        text: `登记口径为${report.loggedOn ? '本期' : '当月'}登记、截至数据时间的状态；${due}不予受理、撤回、并案和历史件不计入，件数列在“不计入”。少于10件的显示分数。办结为部门所报，确认解决为企业所说，核验见效为实际看到，三者分列。`,
      },
      ...tableFor('cohort', report.figures),
      ...tableFor('due', report.figures),
      { kind: 'text', text: `校验值 ${report.hash}` },
    ],
    foot: footOf(made.by, made.at),
  }
}
