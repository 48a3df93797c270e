import { noValue } from './dimensions.ts'

/** In place of a month: how many firms are registered now stands here. */
export const rosterPlace = 'roster'

type Firm = { park?: string | undefined; size?: string | undefined }

/** The rows in which a firm stands on the register. */
export const rosterDims = ({ park, size }: Firm): string[] => [
  'all',
  `park:${park ?? noValue}`,
  `size:${size ?? noValue}`,
]

/** The rows in which a visited firm counts: the same, and that of the team that went there. */
export const visitDims = (firm: Firm, team: string | undefined): string[] => [
  ...rosterDims(firm),
  `team:${team ?? noValue}`,
]
