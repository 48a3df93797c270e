import { expect, it } from 'vitest'
import { silentLog } from '../../functions/lib/log.ts'
import { busConsumer } from '../../local/change-feed/bus.ts'
import { streamRecord } from '../../local/change-feed/record.ts'

const item = (seq: number, type = 'NoteAdded') => ({
  pk: 'ISSUE#20261123-7K3Q9',
  sk: `EVENT#00000${seq}`,
  seq,
  at: '2026-11-23T02:00:00Z',
  by: 'system',
  fact: { type },
})

it('what listens hears an event as EventBridge delivers it', async () => {
  const heard: unknown[] = []
  const consume = busConsumer([async (event) => void heard.push(event)], silentLog)
  expect(await consume({ Records: [streamRecord(item(1))] })).toEqual({ batchItemFailures: [] })
  expect(heard).toEqual([
    expect.objectContaining({
      source: 'zhuqi',
      'detail-type': 'NoteAdded',
      time: '2026-11-23T02:00:00Z',
      detail: {
        id: '20261123-7K3Q9',
        seq: 1,
        at: '2026-11-23T02:00:00Z',
        by: 'system',
        fact: { type: 'NoteAdded' },
      },
    }),
  ])
})

it('an event on which a listener fails comes again, the others do not wait for it', async () => {
  const heard: string[] = []
  const consume = busConsumer(
    [
      async (event) => {
        if (event['detail-type'] === 'IssueRouted') throw new Error('not now')
        heard.push(event['detail-type'])
      },
    ],
    silentLog,
  )
  const answer = await consume({
    Records: [item(1), item(2, 'IssueRouted'), item(3, 'IssueArchived')].map(streamRecord),
  })
  expect(heard).toEqual(['NoteAdded', 'IssueArchived'])
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'ISSUE#20261123-7K3Q9 EVENT#000002' }])
})
