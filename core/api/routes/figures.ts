import * as others from '../others.ts'
import { type Route, readers } from '../route.ts'

export const figuresRoutes = {
  indicators: {
    method: 'GET',
    path: '/indicators',
    in: 'indicators',
    who: readers,
    zh: '一个月的指标',
    en: 'the figures of a month',
    query: others.IndicatorQuery,
    status: 200,
    answer: others.IndicatorAnswer,
  },
} as const satisfies Record<string, Route>
