import { countedSize } from '../firm/size-by-standard.ts'
import { noValue } from './dimensions.ts'

/** In place of a month: how many firms are registered now stands here. */
export const rosterPlace = 'roster'

type Firm = Parameters<typeof countedSize>[0] & { readonly park?: string | undefined }

/** The rows in which a firm stands on the register. */
export const rosterDims = (firm: Firm): string[] => [
  'all',
  `park:${firm.park ?? noValue}`,
  `size:${countedSize(firm) ?? noValue}`,
]

/** The rows in which a visited firm counts: the same, and that of the team that went there. */
export const visitDims = (firm: Firm, team: string | undefined): string[] => [
  ...rosterDims(firm),
  `team:${team ?? noValue}`,
]
