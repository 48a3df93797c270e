import { closing } from './chapters/closing.ts'
import { commonIssues } from './chapters/common-issues.ts'
import { handlingTime } from './chapters/handling-time.ts'
import { hiring } from './chapters/hiring.ts'
import { intake } from './chapters/intake.ts'
import { referrals } from './chapters/referrals.ts'
import { refunds } from './chapters/refunds.ts'
import { timing } from './chapters/timing.ts'
import { visits } from './chapters/visits.ts'
import type { Chapter, Facts, Indicator, Tally } from './indicator.ts'
import { type Topic, topics } from './topics.ts'

/** A new figure is a row in one of them; a new topic is a line here and its words in topics.ts. */
const chapters = {
  intake,
  timing,
  closing,
  handlingTime,
  commonIssues,
  visits,
  referrals,
  hiring,
  refunds,
} as const satisfies Record<Topic, Chapter>

/** Every figure, in the order in which people read. */
export const indicators = {
  ...intake.indicators,
  ...timing.indicators,
  ...closing.indicators,
  ...handlingTime.indicators,
  ...commonIssues.indicators,
  ...visits.indicators,
  ...referrals.indicators,
  ...hiring.indicators,
  ...refunds.indicators,
} as const satisfies Record<string, Indicator>

export type IndicatorName = keyof typeof indicators
export const indicatorNames = Object.keys(indicators) as [IndicatorName, ...IndicatorName[]]
export const indicatorOf = (name: IndicatorName): Indicator => indicators[name]

/** Which topic each figure stands under. */
export const topicOf = Object.fromEntries(
  topics.flatMap((topic) => Object.keys(chapters[topic].indicators).map((name) => [name, topic])),
) as Readonly<Record<IndicatorName, Topic>>

export const talliesOf = (facts: Facts): Tally[] =>
  Object.values<Chapter>(chapters)
    .flatMap((chapter) => chapter.tallies(facts))
    .filter(({ counts }) => Object.keys(counts).length > 0)
