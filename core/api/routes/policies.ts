import * as z from 'zod'
import { Uscc } from '../../scalars.ts'
import * as policies from '../policies.ts'
import { type Route, readers } from '../route.ts'

export const policiesRoutes = {
  listPolicies: {
    method: 'GET',
    path: '/policies',
    in: 'firms',
    who: readers,
    zh: '现行政策',
    en: 'the policies in force',
    query: policies.ListPolicies,
    status: 200,
    answer: policies.PolicyList,
  },
  policyFirms: {
    method: 'GET',
    path: '/policies/{id}/firms',
    in: 'firms',
    who: readers,
    zh: '政策找人：一条政策适合的企业',
    en: 'the firms that a policy fits, with the reason of every rule',
    params: policies.PolicyId,
    query: policies.PolicyFirmsQuery,
    status: 200,
    answer: policies.PolicyFirms,
  },
  firmPolicies: {
    method: 'GET',
    path: '/firms/{uscc}/policies',
    in: 'firms',
    who: readers,
    zh: '企业适合的政策',
    en: 'the policies that fit a firm, with the reason of every rule',
    params: z.object({ uscc: Uscc }),
    status: 200,
    answer: policies.FirmPolicies,
  },
} as const satisfies Record<string, Route>
