import type { Issue } from '../issue/issue.ts'
import type { FinancingNeed, Outline, RecordedNeed } from './parts.ts'
import { type amountBandWords, criterionWords } from './words.ts'

/** The need as the finance office wrote it down; what it left open stands as the firm said it when it was logged. */
export const needOf = ({ need, financing }: Pick<Issue, 'need' | 'financing'>): Partial<RecordedNeed> => ({
  ...(need?.amountYuan !== undefined && { amountYuan: need.amountYuan }),
  ...(need?.termMonths !== undefined && { termMonths: need.termMonths }),
  ...financing?.need,
})

/** What a need lacks before a bank may be asked, each with the pointer of its field and a sentence. */
export type Missing = { readonly field: string; readonly zh: string; readonly en: string }

const wanted: readonly (Missing & { has: (need: FinancingNeed) => boolean })[] = [
  {
    field: 'amountYuan',
    zh: '填写资金需求额',
    en: 'say how much is needed',
    has: ({ amountYuan }) => amountYuan !== undefined && amountYuan > 0,
  },
  {
    field: 'termMonths',
    zh: '填写期限',
    en: 'say for how long',
    has: (need) => need.termMonths !== undefined,
  },
  { field: 'purpose', zh: '选择贷款用途', en: 'say what for', has: (need) => need.purpose !== undefined },
  {
    field: 'collateral',
    zh: '选择担保方式（没有的选“无”）',
    en: 'say what secures it, or that nothing does',
    has: ({ collateral }) => collateral !== undefined && collateral.length > 0,
  },
  {
    field: 'repayment',
    zh: '选择还款来源',
    en: 'say from what it is repaid',
    has: (need) => need.repayment !== undefined,
  },
  {
    field: 'firstLoan',
    zh: '确认是否首贷',
    en: 'say whether it is a first loan',
    has: (need) => need.firstLoan !== undefined,
  },
]

const criteria = Object.keys(criterionWords) as (keyof typeof criterionWords)[]

/**
 * What is missing before an issue may be referred to a bank: the same list for the refusal and for the screen. A
 * criterion that is not met stands here as one that nobody has looked at, in other words: it is for the help list.
 */
export const missingForReferral = (known: FinancingNeed): Missing[] => {
  const fields = wanted.filter(({ has }) => !has(known)).map(({ field, zh, en }) => ({ field, zh, en }))
  const screened = criteria.flatMap((criterion) => {
    const answer = known.criteria?.[criterion] ?? 'unknown'
    if (answer === 'yes') return []
    const { zh, en } = criterionWords[criterion]
    const says =
      answer === 'no'
        ? { zh: `“${zh}”不符合，请先列入联合会诊`, en: `not met: ${en}; take it to the joint consultation` }
        : { zh: `核实“${zh}”`, en: `check: ${en}` }
    return [{ field: `criteria/${criterion}`, ...says }]
  })
  return [...fields, ...screened]
}

const bands: readonly [keyof typeof amountBandWords, number][] = [
  ['under100', 1_000_000],
  ['under300', 3_000_000],
  ['under500', 5_000_000],
  ['under1000', 10_000_000],
  ['under3000', 30_000_000],
]

export const amountBandOf = (amountYuan: number): keyof typeof amountBandWords =>
  bands.find(([, below]) => amountYuan < below)?.[0] ?? 'over3000'

/** The industry's section alone: the finer the code, the fewer firms of a small zone it fits. */
export const outlineOf = (need: Partial<RecordedNeed>): Outline => ({
  ...(need.industry && { industry: need.industry.charAt(0) }),
  ...(need.size && { size: need.size }),
  ...(need.amountYuan !== undefined && { amount: amountBandOf(need.amountYuan) }),
  ...(need.purpose && { purpose: need.purpose }),
})
