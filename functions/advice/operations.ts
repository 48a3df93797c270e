import { isRefusal } from '../../core/refusal.ts'
import { estimateTaxRefund } from '../../core/tax-refund/estimate.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'

/** Advice is worked out from the office's rules and handed back: it is given no table, so that it can keep nothing. */
export const adviceOperations = (container: Pick<Container, 'reference'>): OperationsIn<'advice'> => ({
  estimateTaxRefund: async ({ body }) => {
    const { taxRefundRules } = await container.reference()
    const estimate = estimateTaxRefund(taxRefundRules, body)
    return isRefusal(estimate) ? estimate : { body: estimate }
  },
})
