import { defaultTaxRefundRules } from '../../../core/reference/default-tax-refund-rules.ts'
import { isRefusal } from '../../../core/refusal.ts'
import type { TaxRefundEstimate } from '../../../core/tax-refund/answer.ts'
import { estimateTaxRefund } from '../../../core/tax-refund/estimate.ts'
import { TaxRefundFacts } from '../../../core/tax-refund/facts.ts'
import { addMonths } from '../../../core/tax-refund/filing-month.ts'

export type Asked = Partial<TaxRefundFacts>

/** A month-end balance for each of the six months before a filing month. */
export const sixEnds = (filingMonth: string, yuan: number): Record<string, number> =>
  Object.fromEntries([-6, -5, -4, -3, -2, -1].map((back) => [addMonths(filingMonth, back), yuan]))

/** Applies in March 2026; nothing stands against it but what a test changes. */
const anyFirm: Asked = {
  filingMonth: '2026-03',
  generalTaxpayer: true,
  creditGrade: 'A',
  fraud: false,
  evasionPenalties: 0,
  refundOnCollection: false,
  monthsInOperation: 60,
  inputVat: { share: 1 },
}
const noneOfFour = { manufacturing: 0, research: 0, software: 0, ecology: 0 }

export const aManufacturer = (changes: Asked = {}): Asked => ({
  ...anyFirm,
  salesShares: { ...noneOfFour, manufacturing: 0.8 },
  realEstateShare: 0,
  balancesYuan: { '2026-02': 1_200_000 },
  ...changes,
})

/** Class C with a balance that grew by `increaseYuan` over the last 31 December. */
export const aWholesaler = (increaseYuan: number, changes: Asked = {}): Asked => ({
  ...anyFirm,
  salesShares: noneOfFour,
  realEstateShare: 0,
  balancesYuan: {
    ...sixEnds('2026-03', 200_000),
    '2025-12': 200_000,
    '2026-02': 200_000 + increaseYuan,
  },
  ...changes,
})

/** Class B with six ends by `increaseYuan` above March 2019. */
export const aDeveloper = (increaseYuan: number, changes: Asked = {}): Asked => ({
  ...anyFirm,
  salesShares: noneOfFour,
  realEstateShare: 0.9,
  balancesYuan: { '2019-03': 300_000, ...sixEnds('2026-03', 300_000 + increaseYuan) },
  ...changes,
})

export const judge = (asked: Asked) => estimateTaxRefund(defaultTaxRefundRules, TaxRefundFacts.parse(asked))

/** The estimate for a request that is in order. */
export const estimate = (asked: Asked): TaxRefundEstimate => {
  const answer = judge(asked)
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer.fields)}`)
  return answer
}

export const answerTo = (asked: Asked, id: string) =>
  estimate(asked).conditions.find((condition) => condition.id === id)
