import * as z from 'zod'
import { Uscc } from '../scalars.ts'
import { categoryWords, keysOf, urgencyWords } from '../words.ts'

/** A chat message, or the notes of a meeting with an issue on each line. */
export const AskDrafts = z.strictObject({
  text: z.string().trim().min(1, '请粘贴消息').max(8000, '最多8000个字，请分几次粘贴'),
  each: z.enum(['message', 'line']).default('message'),
})

const Firm = z.object({ uscc: Uscc, name: z.string(), park: z.string().optional() })
const Note = z.object({
  field: z.enum([
    'firm',
    'category',
    'amountYuan',
    'termMonths',
    'creditYuan',
    'headcount',
    'post',
    'contactName',
    'contactPhone',
  ]),
  zh: z.string(),
})
export const DraftView = z.object({
  content: z.string(),
  firm: Firm.optional(),
  candidates: z.array(Firm),
  category: z.enum(keysOf(categoryWords)).optional(),
  urgency: z.enum(keysOf(urgencyWords)).optional(),
  need: z.object({
    amountYuan: z.int().optional(),
    termMonths: z.int().optional(),
    creditYuan: z.int().optional(),
    headcount: z.int().optional(),
    post: z.string().optional(),
  }),
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }),
  cautions: z.array(Note),
  leftEmpty: z.array(Note),
})
export type DraftView = z.infer<typeof DraftView>
/** Nothing of it is kept. `left` lines were beyond what one request reads. */
export const DraftList = z.object({ items: z.array(DraftView), left: z.int() })
