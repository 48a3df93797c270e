import * as z from 'zod'
import { Uscc } from '../../scalars.ts'
import * as data from '../firm-data.ts'
import type { Route } from '../route.ts'

const ByUscc = z.object({ uscc: Uscc })

/** What a firm may ask of its own data, taken down by the service centre on its behalf. */
export const firmDataRoutes = {
  askFirmData: {
    method: 'POST',
    path: '/firms/{uscc}/data-access',
    in: 'firms',
    who: ['dispatcher'],
    zh: '企业申请查阅、复制本企业资料',
    en: "a firm's request for a copy of all that is held about it",
    params: ByUscc,
    body: data.AskFirmData,
    status: 200,
    answer: z.unknown(),
  },
  askDeletion: {
    method: 'POST',
    path: '/firms/{uscc}/data-deletion',
    in: 'firms',
    who: ['dispatcher'],
    zh: '企业申请删除个人信息',
    en: "a firm's request for deletion: what was erased, and what the law keeps",
    params: ByUscc,
    body: data.AskDeletion,
    status: 200,
    answer: data.DeletionAnswer,
  },
} as const satisfies Record<string, Route>
