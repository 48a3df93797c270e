import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Log, silentLog } from '../../../functions/lib/log.ts'
import type { Message, Messenger } from '../../../functions/lib/messenger.ts'
import { addReference } from '../../../functions/lib/reference.ts'
import { noticesHandler } from '../../../functions/notices/handler.ts'
import { anIssueInHand, followedBy, routed } from '../../core/an-issue.ts'
import { at, theIssue } from '../../core/office.ts'
import { officeWith, onTheBus } from './stored-issues.ts'

const settings = { portalOrigin: 'https://zhuqi.example.cn' }
const later = at('2026-12-16')

/** Overdue with the talent department, and only then given to another. */
const story = followedBy(
  anIssueInHand(),
  [{ type: 'OverdueRecorded', clock: 'close', due: at('2026-12-14', '17:00') }, at('2026-12-15'), 'system'],
  [{ ...routed, type: 'IssueTransferred', department: 'parks' } as typeof routed, later, 'dispatcher'],
)

const opened = async (messenger?: Messenger, log: Log = silentLog) => {
  const office = await officeWith(story, later)
  const handler = noticesHandler({ container: office.container, messenger, log, settings })
  const deliver = (event: (typeof story)[number]) => handler(onTheBus(theIssue, event))
  const inboxes = () => {
    const rows = office.table.rows().filter(({ pk }) => pk.startsWith('INBOX#'))
    return rows.map(({ pk, kind }) => `${pk.slice('INBOX#'.length)} ${kind}`).sort()
  }
  return { ...office, handler, deliver, inboxes }
}

const expected = [
  'department:innovation assisting',
  'department:innovation assisting',
  'department:parks assigned',
  'department:talent assigned',
  'department:talent overdue',
  'department:talent transferredAway',
  'dispatcher overdue',
]

const overdue = story.find((event) => event.type === 'OverdueRecorded') ?? story[0]
if (!overdue) throw new Error('there is no story')

describe('an event on the bus', () => {
  it('tells each inbox once, however often, in whatever order and how much at once it is delivered', async () => {
    const deliveries = fc.array(fc.constantFrom(...story), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(
        deliveries,
        fc.shuffledSubarray(story, { minLength: story.length }),
        async (extra, all) => {
          const messages: Message[] = []
          const office = await opened(async (message) => {
            messages.push(message)
          })
          await Promise.all([...extra, ...all].map(office.deliver))
          for (const event of extra) await office.deliver(event)
          expect(office.inboxes()).toEqual(expected)
          expect(messages).toHaveLength(1)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is told as things stood when it happened, also where it comes late', async () => {
    const office = await opened()
    await office.deliver(overdue)
    expect(office.inboxes()).toEqual(['department:talent overdue', 'dispatcher overdue'])
  })

  it('leaves a row that names firm and issue, when it happened and when it came, and that goes after half a year', async () => {
    const office = await opened()
    await office.deliver(overdue)
    const row = office.table.rows().find(({ pk }) => pk === 'INBOX#dispatcher')
    expect(row).toEqual({
      pk: 'INBOX#dispatcher',
      sk: `${overdue.at}#${theIssue}#000004#overdue`,
      at: overdue.at,
      arrivedAt: later,
      by: 'system',
      issue: theIssue,
      firm: '内江白马新川食品有限公司',
      kind: 'overdue',
      zh: '办结已逾期（12月14日 17:00到期）。',
      en: 'Overdue: closing, was due 2026-12-14 17:00.',
      ttl: Date.parse(overdue.at) / 1000 + 180 * 86_400,
    })
  })

  it('that concerns nobody, or is of a firm or a visit, is passed over', async () => {
    const office = await opened()
    await office.handler(onTheBus('91511099MA61001646', { seq: 1, type: 'FirmRegistered' as never }))
    for (const event of story) {
      if (event.type === 'IssueLogged' || event.type === 'AssignmentAccepted') await office.deliver(event)
    }
    expect(office.inboxes()).toEqual([])
  })

  it('of which the history knows nothing is a fault, and comes again', async () => {
    const office = await opened()
    await expect(office.handler(onTheBus(theIssue, { seq: 99, type: 'OverdueRecorded' }))).rejects.toThrow()
  })
})

describe('a message to the group', () => {
  it('names the units and the issue, and neither the firm nor anything that somebody wrote', async () => {
    const messages: Message[] = []
    const office = await opened(async (message) => {
      messages.push(message)
    })
    await office.deliver(overdue)
    expect(messages).toEqual([
      {
        to: ['就业社保和人才服务局', '调度员'],
        issue: theIssue,
        zh: '办结已逾期（12月14日 17:00到期）。',
        link: `https://zhuqi.example.cn/issues/${theIssue}`,
      },
    ])
  })

  it('that does not arrive is logged and not sent again; the inbox has the notice', async () => {
    let tried = 0
    const faults: unknown[] = []
    const log: Log = { info: () => {}, fault: (code, _, facts) => faults.push([code, facts]) }
    const office = await opened(async () => {
      tried++
      throw new Error('the robot answered 500')
    }, log)
    await office.deliver(overdue)
    await office.deliver(overdue)
    expect(office.inboxes()).toEqual(['department:talent overdue', 'dispatcher overdue'])
    expect(tried).toBe(1)
    expect(faults).toEqual([['messageNotSent', { issueId: theIssue }]])
  })

  it('is not sent when the inbox could not be written, and is when that succeeds at last', async () => {
    let sent = 0
    const office = await opened()
    const broken = { ...office.table, transact: () => Promise.reject(new Error('the table is away')) }
    const handlerOn = (table: typeof office.table) =>
      noticesHandler({
        container: { ...office.container, table },
        messenger: async () => {
          sent++
        },
        log: silentLog,
        settings,
      })
    await expect(handlerOn(broken)(onTheBus(theIssue, overdue))).rejects.toThrow('away')
    expect(sent).toBe(0)
    await handlerOn(office.table)(onTheBus(theIssue, overdue))
    expect(sent).toBe(1)
  })
})

describe('mail about a fact', () => {
  it('goes once to each person, however often and how much at once the event is delivered', async () => {
    const office = await opened()
    const since = { validFrom: '2020-01-02', source: '名录' }
    await addReference(office.table, {
      user: [
        {
          id: 'talent-1',
          name: '甲',
          role: 'handler',
          department: 'talent',
          email: 'talent-1@example.cn',
          ...since,
        },
        // In two of the inboxes that are told.
        {
          id: 'dispatcher',
          name: '乙',
          role: 'dispatcher',
          department: 'talent',
          email: 'd@example.cn',
          ...since,
        },
        {
          id: 'parks-1',
          name: '丙',
          role: 'handler',
          department: 'parks',
          email: 'parks-1@example.cn',
          ...since,
        },
        { id: 'talent-2', name: '丁', role: 'handler', department: 'talent', ...since },
      ],
    })
    const sent: string[] = []
    const mailer: Messenger = async ({ to }) => {
      sent.push(to.join())
    }
    const handler = noticesHandler({
      container: office.container,
      messenger: undefined,
      mailer,
      log: silentLog,
      settings,
    })
    await Promise.all(Array.from({ length: 6 }, () => handler(onTheBus(theIssue, overdue))))
    await handler(onTheBus(theIssue, overdue))
    expect(sent.toSorted()).toEqual(['d@example.cn', 'talent-1@example.cn'])
  })
})
