import * as z from 'zod'
import { administrators } from '../../reference/administration.ts'
import * as reference from '../reference.ts'
import { type Route, readers } from '../route.ts'

export const referenceRoutes = {
  listReference: {
    method: 'GET',
    path: '/reference/{kind}',
    in: 'reference',
    who: [...readers, 'admin'],
    zh: '一类基础数据的全部记录',
    en: 'all dated records of a kind',
    params: reference.ReferenceParams,
    query: reference.ListReference,
    status: 200,
    answer: reference.ReferenceList,
  },
  addReference: {
    method: 'POST',
    path: '/reference/{kind}',
    in: 'reference',
    who: administrators,
    zh: '登记一条基础数据',
    en: 'add a dated record of a kind',
    params: reference.ReferenceParams,
    body: z.record(z.string(), z.unknown()),
    status: 201,
    answer: reference.ReferenceAdded,
  },
} as const satisfies Record<string, Route>
