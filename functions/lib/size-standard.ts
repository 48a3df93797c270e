import { sizeStandardOn } from '../../core/firm/size.ts'
import type { SizeStandard } from '../../core/size-standard.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from './container.ts'

/** The standard by which firms are large or small today. */
export const sizeStandardNow = async (container: Container): Promise<SizeStandard> =>
  sizeStandardOn((await container.reference()).sizeStandard, localDate(container.now()))
