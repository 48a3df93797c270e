import * as z from 'zod'
import * as issues from '../issues.ts'
import * as others from '../others.ts'
import type { Route } from '../route.ts'

export const trackRoutes = {
  track: {
    method: 'GET',
    path: '/track',
    in: 'track',
    who: 'link',
    zh: '企业查看进展',
    en: 'the firm looks at its issue',
    status: 200,
    answer: others.TrackView,
  },
  askCode: {
    method: 'POST',
    path: '/track/codes',
    in: 'track',
    who: 'link',
    zh: '获取短信验证码',
    en: "a one-time code is sent to the contact's phone",
    body: z.strictObject({}),
    status: 201,
    answer: others.CodeSent,
  },
  confirmByLink: {
    method: 'POST',
    path: '/track/confirmation',
    in: 'track',
    who: 'link',
    zh: '企业确认或不认可',
    en: 'the firm confirms or disputes',
    body: others.TrackConfirmation,
    status: 200,
    answer: issues.CommandAnswer,
  },
} as const satisfies Record<string, Route>
