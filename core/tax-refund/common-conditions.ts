import { type AnswerWord, type Condition, showRule } from './answer.ts'
import type { TaxRefundFacts } from './facts.ts'
import type { TaxRefundRules } from './rule-set.ts'

type Fact = 'generalTaxpayer' | 'creditGrade' | 'fraud' | 'evasionPenalties' | 'refundOnCollection'
type Judged = { answer: AnswerWord; found: string }
const yesIf = (met: boolean, found: string): Judged => ({ answer: met ? 'yes' : 'no', found })

/** The conditions that hold for every class, in the order of the announcement. */
export const commonConditions = ({ conditions }: TaxRefundRules, facts: TaxRefundFacts): Condition[] => {
  const ask = <F extends Fact>(
    id: keyof typeof conditions,
    fact: F,
    what: string,
    judge: (value: NonNullable<TaxRefundFacts[F]>) => Judged,
  ): Condition => {
    const value = facts[fact]
    const rule = { id, ...showRule(conditions[id]) }
    if (value !== undefined && value !== null) return { ...rule, ...judge(value), missing: [] }
    return { ...rule, answer: 'unknown', found: `未填写：${what}`, missing: [{ pointer: `/${fact}`, what }] }
  }
  const { creditGrade, fraud, evasion, refundOnCollection } = conditions
  return [
    ask('generalTaxpayer', 'generalTaxpayer', '是否增值税一般纳税人', (is) =>
      yesIf(is, is ? '是一般纳税人' : '不是一般纳税人'),
    ),
    ask('creditGrade', 'creditGrade', '提交申请时的纳税缴费信用级别', (grade) =>
      yesIf(creditGrade.grades.includes(grade), `信用级别为${grade}级`),
    ),
    ask('fraud', 'fraud', `前${fraud.months}个月有无骗取退税或虚开专用发票`, (had) =>
      yesIf(!had, `前${fraud.months}个月${had ? '有' : '没有'}骗取退税或虚开情形`),
    ),
    ask('evasion', 'evasionPenalties', `前${evasion.months}个月因偷税被处罚的次数`, (times) =>
      yesIf(times < evasion.fewerThan, `前${evasion.months}个月因偷税被处罚${times}次`),
    ),
    ask(
      'refundOnCollection',
      'refundOnCollection',
      `${refundOnCollection.since}起是否享受过即征即退、先征后返（退）`,
      (had) =>
        // The exceptions of the announcement were not read, so that a yes decides nothing.
        had
          ? {
              answer: 'askTaxOffice',
              found: '享受过即征即退或先征后返（退）；公告另有例外规定，请向主管税务机关确认',
            }
          : { answer: 'yes', found: '未享受过即征即退、先征后返（退）' },
    ),
  ]
}
