import * as z from 'zod'
import { Uscc, VisitId } from '../../scalars.ts'
import * as firms from '../firms-and-visits.ts'
import { type Route, readers } from '../route.ts'

export const firmsRoutes = {
  registerFirm: {
    method: 'POST',
    path: '/firms',
    in: 'firms',
    who: ['official', 'dispatcher'],
    zh: '登记企业',
    en: 'register a firm',
    body: firms.RegisterFirm,
    status: 201,
    answer: firms.FirmView,
  },
  findFirms: {
    method: 'GET',
    path: '/firms',
    in: 'firms',
    who: readers,
    zh: '按名称或信用代码查企业',
    en: 'find firms by name or credit code',
    query: firms.FindFirms,
    status: 200,
    answer: firms.FirmList,
  },
  getFirm: {
    method: 'GET',
    path: '/firms/{uscc}',
    in: 'firms',
    who: readers,
    zh: '企业',
    en: 'a firm',
    params: z.object({ uscc: Uscc }),
    status: 200,
    answer: firms.FirmView,
  },
  recordVisit: {
    method: 'POST',
    path: '/visits',
    in: 'visits',
    who: ['official', 'dispatcher'],
    zh: '记录走访或恳谈会，可同时登记诉求',
    en: 'record a visit or forum with its issues',
    body: firms.RecordVisit,
    status: 201,
    answer: firms.VisitAnswer,
  },
  getVisit: {
    method: 'GET',
    path: '/visits/{id}',
    in: 'visits',
    who: readers,
    zh: '走访',
    en: 'a visit',
    params: z.object({ id: VisitId }),
    status: 200,
    answer: firms.VisitView,
  },
} as const satisfies Record<string, Route>
