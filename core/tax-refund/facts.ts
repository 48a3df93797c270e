import * as z from 'zod'
import { Month } from './rule-set.ts'

const wholeYuan = z
  .int({ error: '金额须为整元的数字' })
  .min(0, '金额不能为负')
  .max(1_000_000_000_000, '金额不能超过一万亿元')
/** A part of one: 0.6 is 60%. */
const Share = z
  .number({ error: '占比须为0到1之间的数字' })
  .min(0, '占比须在0到1之间')
  .max(1, '占比须在0到1之间，如60%填0.6')
const keyed = <T extends z.ZodType>(value: T) => z.record(z.string().max(40), value)

/**
 * What a firm says of itself, in totals: no invoice, no name, no credit code. What is left out is unknown, and the
 * answer names it where it matters; a month-end before the firm existed is 0.
 */
export const TaxRefundFacts = z.strictObject({
  /** The month of the application, in whose filing period the form is handed in. */
  filingMonth: Month,
  filesQuarterly: z.boolean().default(false),
  generalTaxpayer: z.boolean().optional(),
  /** At the moment the form is handed in. */
  creditGrade: z.enum(['A', 'B', 'M', 'C', 'D'], { error: '信用级别为A、B、M、C、D之一' }).optional(),
  /** Within the months that the rule names: 36. */
  fraud: z.boolean().optional(),
  evasionPenalties: z.int({ error: '次数须为整数' }).min(0, '次数不能为负').max(100).optional(),
  /** Has had 即征即退 or 先征后返（退） since the date that the rule names. */
  refundOnCollection: z.boolean().optional(),
  monthsInOperation: z.int({ error: '月数须为整数' }).min(0, '月数不能为负').max(2400).optional(),
  /** Of all VAT sales, by the industries of class A. */
  salesShares: keyed(Share).optional(),
  /** Of sales and advance receipts together. */
  realEstateShare: Share.optional(),
  /** The credit at the end of a month: `{ "2025-12": 800000 }`. */
  balancesYuan: keyed(wholeYuan).optional(),
  /** Deducted since the rule's first month: by voucher and in all, or the share itself. */
  inputVat: z
    .strictObject({
      vouchersYuan: keyed(wholeYuan).optional(),
      allYuan: wholeYuan.min(1, '全部已抵扣进项税额须大于0').optional(),
      share: Share.optional(),
    })
    .optional(),
})
export type TaxRefundFacts = z.infer<typeof TaxRefundFacts>
