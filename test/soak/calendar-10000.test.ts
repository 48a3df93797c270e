import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Principal } from '../../core/principal.ts'
import { giveCommand } from '../../functions/lib/give-command.ts'
import { movableClock } from '../../local/clock.ts'
import { noticeOf2027 } from '../support/notice-of-2027.ts'
import { openTestOffice } from '../support/office.ts'

const issues = 10_000
const clock = movableClock(new Date('2026-12-28T02:00:00Z'))
let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice({ clock })
})
afterAll(() => opened.close())

const official: Principal = { id: 'official-1', name: '', role: 'official', team: 'team-1' }

const logOne = (n: number) =>
  giveCommand(opened.office.container, {
    command: 'logIssue',
    input: {
      firm: { uscc: '91511099MA6100017L', name: '甜城' },
      category: 'hiring',
      content: `第${n}条生产线招工困难`,
    },
    principal: official,
  })

it('a notice of holidays moves ten thousand open issues in one command, part by part', async () => {
  for (let n = 0; n < issues; n += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => logOne(n + i)))
  await opened.office.feed.idle()
  await opened.ask('admin', 'POST', '/calendar/years', { calendar: noticeOf2027 })
  const sum = { parts: 0, looked: 0, moved: 0 }
  let cursor: string | undefined
  do {
    const part = await opened.ask('admin', 'POST', '/recomputations', cursor ? { cursor } : {})
    expect(part.status, JSON.stringify(part.body)).toBe(200)
    sum.parts++
    sum.looked += Number(part.body.looked)
    sum.moved += Number(part.body.moved)
    cursor = part.body.cursor as string | undefined
  } while (cursor)
  console.log(`${sum.looked} looked at, ${sum.moved} moved, in ${sum.parts} parts`)
  expect(sum.moved).toBe(issues)
})
