import type { Outline } from '../../../core/referral/parts.ts'
import { amountBandWords, creditKindWords, purposeWords } from '../../../core/referral/words.ts'
import type { Say } from './language-of.ts'
import { inWan } from './money.ts'

/** What any bank may see of a need, in words. */
export const outlineWords = ({ industry, size, amount, purpose }: Outline, say: Say): string[] =>
  [
    amount && say(amountBandWords[amount]),
    purpose && say(purposeWords[purpose]),
    industry && say(`行业门类 ${industry}`, `industry section ${industry}`),
    size && say(`${size}企业`, size),
  ].filter((one): one is string => Boolean(one))

type Terms = {
  amountYuan: number
  rateBp: number
  termMonths: number
  credit: keyof typeof creditKindWords
  renewal?: boolean | undefined
}

/** Amount, rate, term and what secures it. */
export const termsWords = ({ amountYuan, rateBp, termMonths, credit, renewal }: Terms, say: Say): string =>
  [
    inWan(amountYuan, say),
    say(`年利率 ${(rateBp / 100).toFixed(2)}%`, `${(rateBp / 100).toFixed(2)}% a year`),
    say(`${termMonths} 个月`, `${termMonths} months`),
    say(creditKindWords[credit]),
    renewal && say('无还本续贷', 'renewal without repayment'),
  ]
    .filter(Boolean)
    .join(' · ')
