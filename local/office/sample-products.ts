import * as z from 'zod'
import { EligibilityRule, type LoanProduct } from '../../core/financing/loan-product.ts'
import type { Reference } from '../../core/reference/records.ts'

const Product = z.object({
  id: z.string(),
  name: z.string(),
  banks: z.array(z.string()),
  maxAmountYuan: z.int(),
  maxTermMonths: z.int(),
  maxRateOverLprBp: z.int(),
  eligibility: z.object({
    parks: z.array(z.string()).optional(),
    sizes: z.array(z.string()).optional(),
    anyTag: z.array(z.string()).optional(),
    minMonthsRegistered: z.int().optional(),
  }),
  lossSharing: z.object({ bank: z.int(), province: z.int(), park: z.int() }).nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.string(),
})
const Sample = z.object({
  lpr: z.array(z.object({ from: z.string(), oneYearBp: z.int(), fiveYearBp: z.int(), source: z.string() })),
  products: z.array(Product),
})

const rulesOf = ({ eligibility, maxAmountYuan, maxTermMonths }: z.infer<typeof Product>) => {
  const { parks, sizes, anyTag, minMonthsRegistered } = eligibility
  const rules = [
    parks && { rule: 'park', in: parks },
    sizes && { rule: 'size', in: sizes },
    anyTag && { rule: 'tag', anyOf: anyTag },
    minMonthsRegistered && { rule: 'age', from: minMonthsRegistered },
    { rule: 'amount', upTo: maxAmountYuan },
    { rule: 'term', upTo: maxTermMonths },
  ]
  return z.array(EligibilityRule).parse(rules.filter(Boolean))
}

/** The sample's products and rates, in its own short form, as the dated records that an office keeps. */
export const sampleProducts = (json: unknown): Pick<Reference, 'loanProduct' | 'lpr'> => {
  const { products, lpr } = Sample.parse(json)
  return {
    loanProduct: products.map(
      (product): LoanProduct => ({
        id: product.id,
        name: product.name,
        validFrom: product.validFrom,
        ...(product.validTo && { validTo: product.validTo }),
        source: product.source,
        banks: product.banks,
        rules: rulesOf(product),
        rateCap: { overLprBp: product.maxRateOverLprBp, lpr: 'oneYear' },
        ...(product.lossSharing && {
          lossSharing: `损失分担：银行${product.lossSharing.bank}%、省级${product.lossSharing.province}%、园区${product.lossSharing.park}%`,
        }),
      }),
    ),
    lpr: lpr.map(({ from, ...rates }) => ({ id: 'lpr', validFrom: from, ...rates })),
  }
}
