import { validOn } from '../../../reference/records.ts'
import { missingForReferral, needOf } from '../../../referral/need.ts'
import { isOver, referralsOf } from '../../../referral/referrals.ts'
import { type Refusal, refuse } from '../../../refusal.ts'
import type { Context } from '../../context.ts'
import type { Issue } from '../../issue.ts'
import { dayOf } from './shared.ts'

type Candidate = { bank: string; product?: string | undefined }

export const knownBank = (bank: string, context: Context): boolean =>
  validOn(context.reference.bank, dayOf(context)).some((one) => one.id === bank)

/** What is missing stands in the refusal field by field, as the screen's checklist has it. */
const needFault = (issue: Issue): Refusal | undefined => {
  const missing = missingForReferral(needOf(issue))
  if (missing.length === 0) return undefined
  return refuse('needIncomplete', {
    detail: `还缺：${missing.map(({ zh }) => zh).join('；')}。`,
    fields: missing.map(({ field, zh }) => ({ pointer: `/need/${field}`, message: zh })),
  })
}

/** A product that is named is in force today, and one that this bank grants. */
const productFault = ({ bank, product }: Candidate, context: Context): Refusal | undefined => {
  if (product === undefined) return undefined
  const named = validOn(context.reference.loanProduct ?? [], dayOf(context)).find(({ id }) => id === product)
  if (!named) return refuse('unknownProduct', { about: { product } })
  if (named.banks.includes(bank)) return undefined
  return refuse('unknownProduct', {
    detail: `这家银行不办理“${named.name}”，请换产品或换银行。`,
    about: { product, bank },
  })
}

/** Nobody is asked twice at once, nor again before the time that the decline named. */
const bankFault = (issue: Issue, asked: Candidate, context: Context): Refusal | undefined => {
  const { bank } = asked
  if (!knownBank(bank, context)) return refuse('unknownBank', { detail: `名录里没有银行 ${bank}。` })
  const before = referralsOf(issue.financing).filter((one) => one.bank === bank)
  if (before.some((one) => !isOver(one))) return refuse('bankAsked', { about: { bank } })
  const notBefore = before
    .flatMap(({ decline }) => decline?.notBefore ?? [])
    .toSorted()
    .at(-1)
  if (notBefore !== undefined && notBefore > dayOf(context)) {
    return refuse('bankTooSoon', { about: { bank, notBefore } })
  }
  return productFault(asked, context)
}

/** Why these banks may not be asked about this issue now, if so. */
export const referralFault = (
  issue: Issue,
  banks: readonly Candidate[],
  context: Context,
): Refusal | undefined => {
  if (issue.category !== 'financing') return refuse('notFinancing')
  if (new Set(banks.map(({ bank }) => bank)).size < banks.length) return refuse('bankAsked')
  const need = needFault(issue)
  if (need) return need
  for (const bank of banks) {
    const wrong = bankFault(issue, bank, context)
    if (wrong) return wrong
  }
  return undefined
}
