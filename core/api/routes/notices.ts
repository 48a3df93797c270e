import * as notices from '../notices.ts'
import { type Route, staff } from '../route.ts'

export const noticesRoutes = {
  listNotices: {
    method: 'GET',
    path: '/notices',
    in: 'inbox',
    who: [...staff, 'banker'],
    zh: '我和本单位的通知',
    en: "one's own notices and those of the unit",
    query: notices.ListNotices,
    status: 200,
    answer: notices.NoticeList,
  },
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    in: 'inbox',
    who: [...staff, 'banker'],
    zh: '通知标为已读',
    en: 'mark notices as read',
    body: notices.ReadNotices,
    status: 200,
    answer: notices.NoticesRead,
  },
} as const satisfies Record<string, Route>
