import { inHand, type Step } from './step.ts'

const who = ['handler', 'assistingHandler', 'teamThatLogged', 'dispatcher'] as const
const only = 'taxRefund'

/** What the firm or the tax office has said of a refund; the Zone decides none of it. */
export const refundSteps = {
  recordPrecheck: {
    zh: '记录退税预检',
    en: 'record a pre-check',
    who,
    from: ['logged', ...inHand],
    makes: ['RefundPrechecked'],
    door: 'portal',
    only,
  },
  checkPapers: {
    zh: '核对退税材料',
    en: 'check the papers',
    who,
    from: ['logged', ...inHand],
    makes: ['RefundPapersChecked'],
    door: 'portal',
    only,
  },
  recordRefundStep: {
    zh: '记录退税进展',
    en: 'record what was reported of the refund',
    who,
    from: ['handling', 'confirming', 'closed'],
    makes: ['RefundStepRecorded', 'VerificationRecorded'],
    door: 'portal',
    only,
  },
  correctRefundStep: {
    zh: '更正退税进展',
    en: 'correct what was reported of the refund',
    who,
    from: ['handling', 'confirming', 'closed'],
    makes: ['RefundStepCorrected', 'VerificationRecorded'],
    door: 'portal',
    only,
  },
} as const satisfies Record<string, Step>
