import * as z from 'zod'
import { CalendarDate } from '../scalars.ts'
import { isMonday } from './period.ts'

export const Period = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('month'),
    month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份形如 2026-11'),
  }),
  z
    .strictObject({ kind: z.literal('week'), from: CalendarDate })
    .refine(({ from }) => isMonday(from), { path: ['from'], error: '周报从星期一开始' }),
])
export type Period = z.infer<typeof Period>
