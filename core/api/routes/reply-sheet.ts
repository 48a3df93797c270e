import * as z from 'zod'
import { HandedBackQuery } from '../handed-back.ts'
import * as sheet from '../reply-sheet.ts'
import type { Route } from '../route.ts'

/** A bank without accounts answers on a sheet that the finance office sends and takes back. */
export const replySheetRoutes = {
  takeReplySheet: {
    method: 'GET',
    path: '/reply-sheets',
    in: 'referrals',
    who: ['handler'],
    zh: '取银行回执表（.xlsx）',
    en: "take out a bank's reply sheet (.xlsx)",
    query: sheet.ReplySheetQuery,
    status: 200,
    answer: z.unknown(),
  },
  returnReplySheet: {
    method: 'POST',
    path: '/reply-sheets',
    in: 'referrals',
    who: ['handler'],
    zh: '交回银行填好的回执表，代录答复',
    en: 'hand back a filled-in reply sheet: its rows become the answers of the bank',
    query: HandedBackQuery,
    takesFile: true,
    status: 200,
    answer: sheet.ReplySheetAnswer,
  },
} as const satisfies Record<string, Route>
