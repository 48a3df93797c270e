import type { Firm } from '../firm/firm.ts'
import type { Issue } from '../issue/issue.ts'
import type { Borrower } from './borrower.ts'

/** A certificate speaks for its tag, also when it has run out. Nothing entered at all is not known, not none. */
const tagsOf = ({ tags, certificates }: Firm): Borrower['tags'] => {
  if (!tags && !certificates) return undefined
  const certified = (certificates ?? []).map(({ tag, expiresOn }) => ({ name: tag, validTo: expiresOn }))
  const names = new Set(certified.map(({ name }) => name))
  return [...(tags ?? []).filter((name) => !names.has(name)).map((name) => ({ name })), ...certified]
}

/** What the firm register and the issue say, as rules of products read it; the register's tags are all there are. */
export const borrowerOf = (firm: Firm | undefined, issue: Pick<Issue, 'firm'>): Borrower => ({
  ...firm,
  park: firm?.park ?? issue.firm.park,
  staff: firm?.employees,
  tags: firm && tagsOf(firm),
})
