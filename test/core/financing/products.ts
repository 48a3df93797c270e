import type { Borrower, LoanNeed } from '../../../core/financing/borrower.ts'
import { EligibilityRule, LoanProduct } from '../../../core/financing/loan-product.ts'
import { matchProducts, type ProductRecords } from '../../../core/financing/match.ts'
import { sizeStandard2011 } from '../../../core/size-standard-2011.ts'
import { sampleProducts } from '../../../local/office/sample-products.ts'
import sample from '../../../samples/loan-products.json' with { type: 'json' }

export const on = '2026-03-11'
const { loanProduct, lpr } = sampleProducts(sample)
const banks = ['tiancheng', 'tuojiang', 'hanan', 'daqian'].map((id) => ({ id, name: `${id}银行` }))

export const sampleRecords: ProductRecords = {
  products: loanProduct,
  lpr,
  banks,
  sizeStandard: sizeStandard2011,
}

type Written = { rule: EligibilityRule['rule'] } & Record<string, unknown>

/** Records with one product that has just these rules. */
export const withRules = (...rules: Written[]): ProductRecords => ({
  ...sampleRecords,
  products: [
    LoanProduct.parse({
      id: 'p',
      validFrom: '2020-01-01',
      source: '某文件',
      name: '某贷',
      banks: ['hanan'],
      rules: rules.map((rule) => EligibilityRule.parse(rule)),
    }),
  ],
})

/** What the one rule of the one product answers. */
export const answerTo = (rule: Written, firm: Borrower, need: LoanNeed = {}) => {
  const [match] = matchProducts(withRules(rule), firm, need, on).items
  const [answer] = match?.rules ?? []
  if (!answer) throw new Error('no answer')
  return answer
}

/** A young maker of electronics in a park, of whom all is known that a rule may ask for. */
export const aMaker: Borrower = {
  park: '白马园区',
  industry: 'C39',
  staff: 46,
  revenueYuan: 12_600_000,
  registeredOn: '2013-02-15',
  tags: [{ name: '高新技术企业' }],
  taxCreditGrade: 'B',
}
export const aNeed: LoanNeed = {
  amountYuan: 2_000_000,
  termMonths: 12,
  collateral: ['receivables'],
  purpose: 'workingCapital',
  firstLoan: true,
}
