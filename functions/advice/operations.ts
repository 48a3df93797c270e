import { lprOn } from '../../core/financing/lpr.ts'
import { disclaimer, productsOn } from '../../core/financing/match.ts'
import { isRefusal } from '../../core/refusal.ts'
import { estimateTaxRefund } from '../../core/tax-refund/estimate.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { productRecords } from '../lib/product-records.ts'

/** Advice is worked out from the office's rules and handed back: it is given no table, so that it can keep nothing. */
export const adviceOperations = (
  container: Pick<Container, 'reference' | 'now'>,
): OperationsIn<'advice'> => ({
  estimateTaxRefund: async ({ body }) => {
    const { taxRefundRules } = await container.reference()
    const estimate = estimateTaxRefund(taxRefundRules, body)
    return isRefusal(estimate) ? estimate : { body: estimate }
  },

  listProducts: async ({ query }) => {
    const on = query.on ?? localDate(container.now())
    const records = productRecords(await container.reference(), on)
    return { body: { on, items: productsOn(records, on), lpr: lprOn(records.lpr, on), disclaimer } }
  },
})
