import * as drafts from '../drafts.ts'
import type { Route } from '../route.ts'

export const draftsRoutes = {
  draftIssues: {
    method: 'POST',
    path: '/drafts',
    in: 'firms',
    who: ['official', 'dispatcher'],
    zh: '从聊天消息拟出诉求草稿，不保存',
    en: 'draft issues from chat messages, keeping nothing',
    body: drafts.AskDrafts,
    status: 200,
    answer: drafts.DraftList,
  },
} as const satisfies Record<string, Route>
