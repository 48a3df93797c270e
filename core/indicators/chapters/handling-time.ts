import { workingSecondsBetween } from '../../calendar/working-seconds.ts'
import { pausesOf } from '../../issue/runs.ts'
import { binOf } from '../histogram.ts'
import type { Chapter, Facts, Indicator } from '../indicator.ts'

/** Working minutes from logging to the department's last word, pauses taken off. */
const minutesOf = ({ issue, calendar }: Facts): number | undefined => {
  if (issue.stage !== 'closed' || issue.history) return undefined
  const { loggedAt, closure } = issue
  const paused = pausesOf(issue, closure.at)
    .map(({ from, to }) => workingSecondsBetween(calendar, from, to))
    .reduce((sum, seconds) => sum + Math.max(seconds, 0), 0)
  return Math.max(Math.floor((workingSecondsBetween(calendar, loggedAt, closure.at) - paused) / 60), 0)
}

const quantile = (zh: string, en: string, share: number): Indicator => ({
  zh,
  en,
  unit: 'workingTime',
  bases: ['cohort'],
  part: ['minutes'],
  whole: ['closed'],
  quantile: { share, of: 't' },
  formula: {
    zh: `${share * 100}% 的办结件在此工作时间之内；按分箱计算，误差不超过 5%`,
    en: `within this working time ${share * 100}% were closed; from bins, at most 5% off`,
  },
})

/** How long it takes, in working time: the mean alone would be one stuck case's. */
export const handlingTime = {
  tallies: (facts) => {
    const minutes = minutesOf(facts)
    return minutes === undefined ? [] : [{ counts: { minutes, [`t.${binOf(minutes)}`]: 1 } }]
  },
  indicators: {
    handlingMean: {
      zh: '平均办理时长',
      en: 'mean handling time',
      unit: 'workingTime',
      bases: ['cohort'],
      part: ['minutes'],
      whole: ['closed'],
      formula: {
        zh: '登记到部门报结的工作时间，扣除暂停，取平均',
        en: 'working time from logging to the department’s last word, pauses taken off; the mean',
      },
    },
    handlingMedian: quantile('办理时长中位数', 'median handling time', 0.5),
    handlingP90: quantile('办理时长 P90', 'handling time, 90th percentile', 0.9),
  },
} as const satisfies Chapter
