import * as z from 'zod'
import { LprAnswer } from '../financing/lpr.ts'
import { disclaimer, Matches, ProductShown } from '../financing/match.ts'
import { CalendarDate, UnitId } from '../scalars.ts'

/** Products in force on a day, today unless another is named. */
export const ListProducts = z.strictObject({ on: CalendarDate.optional() })
export const ProductList = z.object({
  on: CalendarDate,
  items: z.array(ProductShown),
  lpr: LprAnswer,
  disclaimer: z.object({ zh: z.string(), en: z.string() }).default(disclaimer),
})

/** All products, or the one picked. */
export const MatchQuery = z.strictObject({ product: UnitId.optional() })
export const MatchAnswer = Matches
