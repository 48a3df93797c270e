import { collateralWords, purposeWords } from '../referral/words.ts'
import type { EligibilityRule } from './loan-product.ts'

/** 1,500万元, 5,000元. */
export const yuanWords = (yuan: number): string =>
  yuan >= 10_000 && yuan % 100 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`

/** 3年, 18个月. */
export const monthsWords = (months: number): string =>
  months % 12 === 0 ? `${months / 12}年` : `${months}个月`

type Bounds = { from?: number | undefined; upTo?: number | undefined }
const between = ({ from, upTo }: Bounds, say: (n: number) => string): string => {
  if (from === undefined) return `不超过${say(upTo ?? 0)}`
  return upTo === undefined ? `不低于${say(from)}` : `${say(from)}至${say(upTo)}`
}

/** A rule in a sentence: as published where the record quotes it, else from its figures. */
export const ruleText = (rule: EligibilityRule): string => rule.text ?? wording(rule)

const wording = (rule: EligibilityRule): string => {
  switch (rule.rule) {
    case 'park':
      return `企业位于${rule.in.join('、')}`
    case 'size':
      return `企业规模为${rule.in.join('、')}`
    case 'industry': {
      const only = rule.in ? `行业属于${rule.in.join('、')}` : ''
      const not = rule.except ? `行业不属于${rule.except.join('、')}` : ''
      return [only, not].filter(Boolean).join('，') || '行业不限'
    }
    case 'tag':
      return `具有以下资质之一且在有效期内：${rule.anyOf.join('、')}`
    case 'age': {
      const bounds = between(rule, monthsWords)
      return rule.from === undefined ? `成立${bounds}` : `成立${bounds.replace('不低于', '满')}`
    }
    case 'taxGrade':
      return `纳税信用等级为${rule.in.join('、')}`
    case 'revenue':
      return `上年营业收入${between(rule, yuanWords)}`
    case 'amount':
      return `贷款金额${between(rule, yuanWords)}`
    case 'term':
      return `贷款期限${between(rule, monthsWords)}`
    case 'collateral':
      return `担保方式：${rule.anyOf.map((one) => collateralWords[one].zh).join('、')}`
    case 'purpose':
      return `贷款用途：${rule.anyOf.map((one) => purposeWords[one].zh).join('、')}`
    case 'firstLoan':
      return rule.is ? '限首次贷款企业' : '限已有贷款记录的企业'
  }
}
