import { describe, expect, it } from 'vitest'
import { routes } from '../../../core/api/routes.ts'
import { defaultCalendar } from '../../../core/calendar/default-calendar.ts'
import { breakdownWords } from '../../../core/indicators/breakdowns.ts'
import { contributions } from '../../../core/indicators/contributions.ts'
import { binOf, middleOf, quantile, quantileError } from '../../../core/indicators/histogram.ts'
import { indicatorNames, indicatorOf } from '../../../core/indicators/indicators.ts'
import { dueOf, figureOf } from '../../../core/indicators/read.ts'
import { shownShare, shownWithFraction } from '../../../core/indicators/show.ts'
import { anIssueClosedAgain, atEachStage, aVerifiedIssue, issueAfter } from '../an-issue.ts'
import { people, reference } from '../office.ts'

describe('a share', () => {
  it.each([
    [0, 0, '—'],
    [7, 8, '7/8'],
    [0, 9, '0/9'],
    [9, 10, '90.0%'],
    [112, 117, '95.7%'],
  ])('of %i in %i is shown as %s', (part, whole, text) => expect(shownShare(part, whole)).toBe(text))

  it('has what it stands on beside it', () => {
    expect(shownWithFraction(112, 117)).toBe('95.7%（112/117）')
    expect(shownWithFraction(7, 8)).toBe('7/8')
  })
})

describe('no figure is ever of a person', () => {
  const streams = [...Object.values(atEachStage), anIssueClosedAgain, aVerifiedIssue].map((make) => make())
  const ids = [...Object.values(people).map(({ id }) => id), ...reference.user.map(({ id }) => id)]
  const units = [...reference.department, ...reference.team].map(({ id }) => id)

  it('the breakdowns are units and kinds', () => {
    expect(Object.keys(breakdownWords)).toEqual([
      'all',
      'department',
      'team',
      'category',
      'park',
      'size',
      'bank',
      'month',
    ])
  })

  it('no counter is kept for anybody who took part', () => {
    for (const events of streams) {
      const parcels = contributions({ issue: issueAfter(events), calendar: defaultCalendar })
      const names = parcels.flatMap(({ dims, counts }) => [...dims, ...Object.keys(counts)])
      const words = new Set(names.flatMap((name) => [name, name.slice(name.indexOf(':') + 1)]))
      expect(ids.filter((id) => words.has(id) && !units.includes(id))).toEqual([])
    }
  })

  it('no route of figures takes a person', () => {
    const figures = [routes.indicators, routes.figureIssues, routes.sampleIssues]
    const taken = figures.flatMap(({ query }) => Object.keys(query.shape))
    expect(new Set(taken)).toEqual(
      new Set(['month', 'by', 'basis', 'of', 'part', 'limit', 'cursor', 'n', 'seed']),
    )
  })

  it('there are no points, ranks, quotas, check-ins or hours online', () => {
    const words = indicatorNames.map((name) => JSON.stringify(indicatorOf(name))).join()
    expect(words).not.toMatch(/积分|排名|名次|打卡|在线时长|任务数|指标任务|points|ranking|quota|check-in/i)
  })
})

describe('what is not yet due', () => {
  it('is in neither part of a figure, and what is due today neither', () => {
    const row = { '23.accept': 2, '23.accept+': 1, '24.accept': 4, '25.accept': 8 }
    const due = dueOf(row, '2026-11', '2026-11-24')
    expect(figureOf('acceptedInTime', 'due', due)).toMatchObject({ part: 1, whole: 2, text: '1/2' })
  })
})

describe('a percentile from bins', () => {
  it('is at most five per cent off', () => {
    expect(quantileError).toBeLessThan(0.05)
    for (let minutes = 1; minutes < 300_000; minutes = Math.ceil(minutes * 1.03)) {
      const off = Math.abs(middleOf(binOf(minutes)) - minutes) / minutes
      expect(off, `${minutes}`).toBeLessThanOrEqual(quantileError + 1e-9)
    }
  })

  it('of nothing is nothing', () => expect(quantile({ closed: 3 }, 't', 0.9)).toBeUndefined())
})
