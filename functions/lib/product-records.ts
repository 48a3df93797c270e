import type { ProductRecords } from '../../core/financing/match.ts'
import { type Reference, validOn } from '../../core/reference/records.ts'
import { sizeStandard2011 } from '../../core/size-standard-2011.ts'

/** What products are judged by on a day, out of the office's reference records. */
export const productRecords = (reference: Reference, on: string): ProductRecords => ({
  products: reference.loanProduct,
  lpr: reference.lpr,
  banks: validOn(reference.bank, on),
  sizeStandard: sizeStandard2011,
})
