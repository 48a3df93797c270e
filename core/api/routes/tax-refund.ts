import { type Route, staff } from '../route.ts'
import * as taxRefund from '../tax-refund.ts'

export const taxRefundRoutes = {
  estimateTaxRefund: {
    method: 'POST',
    path: '/tax-refund/estimates',
    in: 'advice',
    who: staff,
    zh: '留抵退税预检与估算，不留存',
    en: 'pre-check and estimate a VAT credit refund; nothing is kept',
    body: taxRefund.EstimateTaxRefund,
    status: 200,
    answer: taxRefund.EstimateAnswer,
  },
} as const satisfies Record<string, Route>
