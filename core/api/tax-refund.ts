import { TaxRefundEstimate } from '../tax-refund/answer.ts'
import { TaxRefundFacts } from '../tax-refund/facts.ts'

/** Totals only: the request names no firm, and nothing of it is kept. */
export const EstimateTaxRefund = TaxRefundFacts
export const EstimateAnswer = TaxRefundEstimate
