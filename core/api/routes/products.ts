import * as z from 'zod'
import { IssueId } from '../../scalars.ts'
import * as products from '../products.ts'
import { everyone, type Route, readers } from '../route.ts'

export const productsRoutes = {
  listProducts: {
    method: 'GET',
    path: '/products',
    in: 'advice',
    who: everyone,
    zh: '在有效期内的贷款产品和当日LPR',
    en: 'loan products in force, and the LPR of the day',
    query: products.ListProducts,
    status: 200,
    answer: products.ProductList,
  },
  getMatches: {
    method: 'GET',
    path: '/issues/{id}/matches',
    in: 'issues',
    who: readers,
    zh: '融资诉求可匹配的产品，逐条说明',
    en: 'products for a financing issue, with the answer of each rule',
    params: z.object({ id: IssueId }),
    query: products.MatchQuery,
    status: 200,
    answer: products.MatchAnswer,
  },
} as const satisfies Record<string, Route>
