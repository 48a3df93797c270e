import * as z from 'zod'
import { firmSizes, UnitId } from '../scalars.ts'

/** The class that the figures of a firm gave, and the record of the standard that said so. */
export const SizeByStandard = z.strictObject({ size: z.enum(firmSizes), standard: UnitId })
export type SizeByStandard = z.infer<typeof SizeByStandard>

type Sized = {
  /** As the firm or a list states it. */
  readonly size?: string | undefined
  readonly sizeByStandard?: SizeByStandard | undefined
}

/** The class in which a firm is counted: by the standard where its figures suffice, else the one it states. */
export const countedSize = ({ size, sizeByStandard }: Sized): string | undefined =>
  sizeByStandard?.size ?? size

/** What figures broken down by size say beside themselves. */
export const countedSizeWords = {
  zh: '企业规模按划型标准和当时登记的人数、营收、资产计算；资料不全的按企业自报，都没有的归入“未注明”。',
  en: 'The size of a firm is what the standard says of the figures registered then; where they do not suffice it is as the firm states it, and without either it is not given.',
}
