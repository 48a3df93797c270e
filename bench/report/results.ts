import type { Bundles } from '../parts/bundles.ts'
import type { Figures } from '../parts/figures.ts'
import type { Recount } from '../parts/recount.ts'
import type { Level, Sustained } from '../parts/throughput.ts'
import type { UnitsUsed } from '../parts/units.ts'
import type { Page } from '../parts/worklist.ts'

/** What one run has measured; a part that was not asked for is absent. */
export type Results = {
  throughput?: Level[]
  sustained?: Sustained
  units?: UnitsUsed
  worklist?: Page[]
  figures?: Figures
  recount?: Recount
  functions?: Bundles
}
