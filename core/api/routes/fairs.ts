import * as z from 'zod'
import { FairId } from '../../scalars.ts'
import * as fairs from '../fairs.ts'
import { type Route, readers } from '../route.ts'

const ById = z.object({ id: FairId })
const who = ['official', 'dispatcher', 'handler'] as const

export const fairsRoutes = {
  recordFair: {
    method: 'POST',
    path: '/fairs',
    in: 'visits',
    who,
    zh: '登记招聘会，可列入参加的用工诉求',
    en: 'record a job fair with the issues that take part',
    body: fairs.RecordFair,
    status: 201,
    answer: fairs.FairAnswer,
  },
  listFairs: {
    method: 'GET',
    path: '/fairs',
    in: 'visits',
    who: readers,
    zh: '一年的招聘会',
    en: 'the job fairs of a year, the latest first',
    query: fairs.ListFairs,
    status: 200,
    answer: fairs.FairList,
  },
  getFair: {
    method: 'GET',
    path: '/fairs/{id}',
    in: 'visits',
    who: readers,
    zh: '招聘会',
    en: 'a job fair and the issues that take part',
    params: ById,
    status: 200,
    answer: fairs.FairView,
  },
  changeFair: {
    method: 'POST',
    path: '/fairs/{id}',
    in: 'visits',
    who,
    zh: '补记招聘会的人数，或列入更多诉求',
    en: 'complete or correct a job fair, or add issues to it',
    params: ById,
    body: fairs.ChangeFair,
    status: 200,
    answer: fairs.FairAnswer,
  },
} as const satisfies Record<string, Route>
