import type { FirmFacts } from '../firm/firm.ts'
import type { Issue } from '../issue/issue.ts'
import type { Borrower, LoanNeed } from './borrower.ts'

/** What the firm register and the issue say, as rules of products read it; the register's tags are all there are. */
export const borrowerOf = (firm: FirmFacts | undefined, issue: Issue): Borrower => ({
  ...firm,
  park: firm?.park ?? issue.firm.park,
  staff: firm?.employees,
  tags: firm?.tags?.map((name) => ({ name })),
})

export const loanNeedOf = ({ need }: Issue): LoanNeed => ({
  amountYuan: need?.amountYuan,
  termMonths: need?.termMonths,
})
