import type { Classification, Missing, Step } from './answer.ts'
import { type Increase, increaseOf } from './class-conditions.ts'
import { type Composition, compositionOf, shareOf } from './composition.ts'
import type { TaxRefundFacts } from './facts.ts'
import { lastEnd, monthName } from './filing-month.ts'
import type { Brackets, TaxRefundRules } from './rule-set.ts'
import { grouped } from './share.ts'

/** Whole yuan, rounded down once at the end; absent where a datum is missing. */
export type Amount = { yuan?: number; steps: Step[]; missing: Missing[] }

type Slice = { name: string; yuan: number; rateBp: number }

const slicesOf = (brackets: Brackets, amount: number): Slice[] => {
  let from = 0
  return brackets.map(({ upToYuan = Number.POSITIVE_INFINITY, rateBp }) => {
    const yuan = Math.max(0, Math.min(amount, upToYuan) - from)
    const above = from > 0 ? `超过${grouped(from)}元的部分` : '全部'
    const name = Number.isFinite(upToYuan) ? `不超过${grouped(upToYuan)}元的部分` : above
    from = upToYuan
    return { name, yuan, rateBp }
  })
}

const refundable = (slices: Slice[], { part, whole }: { part: bigint; whole: bigint }): number => {
  const weighted = slices.reduce((sum, { yuan, rateBp }) => sum + BigInt(yuan) * BigInt(rateBp), 0n)
  return Number((weighted * part) / (whole * 10_000n))
}

/** From what counts (the credit of A, the increase of B and C) to what may come back. */
const times = (brackets: Brackets, counted: number, before: Step[], composition: Composition): Amount => {
  const slices = slicesOf(brackets, counted)
  const steps: Step[] = [
    ...before,
    ...slices.map(({ name, yuan, rateBp }) => ({
      what: name,
      how: `${grouped(yuan)} × ${rateBp / 100}%`,
      yuan: Math.floor((yuan * rateBp) / 10_000),
    })),
  ]
  if ('missing' in composition) return { steps, missing: composition.missing }
  const yuan = refundable(slices, composition)
  const share = shareOf(composition)
  return {
    yuan,
    steps: [
      ...steps,
      { what: '进项构成比例 P', how: composition.how, share, unverified: '口径待核' },
      { what: '估算可退税额', how: '各档之和 × P，舍去不足1元的部分', yuan },
    ],
    missing: [],
  }
}

const balanceStep = (what: string, { month, yuan }: { month: string; yuan: number | undefined }): Step[] =>
  yuan === undefined ? [] : [{ what: `${what}（${monthName(month)}末）`, yuan }]

const ofIncrease = (
  brackets: Brackets,
  { base, last, missing }: Increase,
  meets: boolean | undefined,
  composition: Composition,
): Amount => {
  const steps = [...balanceStep('期末留抵税额', last), ...balanceStep('基期留抵税额', base)]
  if (last.yuan !== undefined && base.yuan !== undefined) {
    const how = `${grouped(last.yuan)} − ${grouped(base.yuan)}`
    steps.push({ what: '新增加留抵税额 D', how, yuan: last.yuan - base.yuan })
  }
  if (meets === false) {
    return {
      yuan: 0,
      steps: [...steps, { what: '估算可退税额', how: '不符合本类条件', yuan: 0 }],
      missing: [],
    }
  }
  if (meets === undefined || last.yuan === undefined || base.yuan === undefined) return { steps, missing }
  return times(brackets, last.yuan - base.yuan, steps, composition)
}

/** `meets`: whether the conditions of the class itself hold; undefined where a datum is missing. */
export const amountOf = (
  rules: TaxRefundRules,
  facts: TaxRefundFacts,
  taxClass: Classification['class'],
  meets: boolean | undefined,
): Amount => {
  const composition = compositionOf(rules, facts)
  switch (taxClass) {
    case 'undecidable':
      return { steps: [], missing: [] }
    case 'B':
      return ofIncrease(rules.classB.brackets, increaseOf(rules, 'B', facts), meets, composition)
    case 'C':
      return ofIncrease(rules.classC.brackets, increaseOf(rules, 'C', facts), meets, composition)
    case 'A': {
      const month = lastEnd(facts.filingMonth)
      const yuan = facts.balancesYuan?.[month]
      if (yuan !== undefined) {
        return times(rules.classA.brackets, yuan, balanceStep('期末留抵税额', { month, yuan }), composition)
      }
      const what = `${monthName(month)}末留抵税额`
      return { steps: [], missing: [{ pointer: `/balancesYuan/${month}`, what }] }
    }
  }
}
