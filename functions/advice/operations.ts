import { isRefusal } from '../../core/refusal.ts'
import { estimateTaxRefund } from '../../core/tax-refund/estimate.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'

/** Advice is worked out and handed back; nothing of the question is kept. */
export const adviceOperations = (container: Container): OperationsIn<'advice'> => ({
  estimateTaxRefund: async ({ body }) => {
    const { taxRefundRules } = await container.reference()
    const estimate = estimateTaxRefund(taxRefundRules, body)
    return isRefusal(estimate) ? estimate : { body: estimate }
  },
})
