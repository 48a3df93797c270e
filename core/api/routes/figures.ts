import * as figures from '../indicators.ts'
import { type Route, readers } from '../route.ts'

export const figuresRoutes = {
  indicators: {
    method: 'GET',
    path: '/indicators',
    in: 'indicators',
    who: readers,
    zh: '一个月的指标，附口径、分子分母和不计入的件数',
    en: 'the figures of a month, with basis, numerator, denominator and what was left out',
    query: figures.IndicatorQuery,
    status: 200,
    answer: figures.IndicatorAnswer,
  },
  sampleIssues: {
    method: 'GET',
    path: '/indicators/sample',
    in: 'indicators',
    who: ['dispatcher', 'manager', 'auditor'],
    zh: '随机抽取一个月的诉求，凭种子可重抽',
    en: 'a random sample of a month’s issues, which its seed draws again',
    query: figures.SampleQuery,
    status: 200,
    answer: figures.Sample,
  },
  figureIssues: {
    method: 'GET',
    path: '/indicators/{name}/issues',
    in: 'indicators',
    who: readers,
    zh: '一个指标背后的诉求：分子、分母或不计入',
    en: 'the issues behind a figure: numerator, denominator or excluded',
    params: figures.FigureParams,
    query: figures.FigureIssuesQuery,
    status: 200,
    answer: figures.FigureIssues,
  },
} as const satisfies Record<string, Route>
