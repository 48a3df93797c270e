import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Failure, Outcome } from '../../web/src/api/failure.ts'
import { drain } from '../../web/src/outbox/drain.ts'
import type { NewParcel, OutboxStore, Step } from '../../web/src/outbox/parcel.ts'
import { refusedIssues } from '../../web/src/outbox/refused-issues.ts'
import { draftStore, openPortalDb, outboxStore } from '../../web/src/outbox/store.ts'

const owner = 'official-1'
let store: OutboxStore
let number = 0

beforeEach(() => {
  number += 1
  const opening = openPortalDb(`outbox-${number}`)
  store = outboxStore(() => opening)
})

const parcel = (
  id: string,
  steps: Step[] = [{ path: '/visits', body: { id }, key: `key-${id}` }],
): NewParcel => ({
  id,
  owner,
  title: id,
  savedAt: '2026-11-23T01:00:00Z',
  draft: { issues: [] },
  steps,
})

const problem = (status: number, code: string): Failure => ({
  kind: 'refused',
  status,
  problem: { type: 'about:blank', title: '不行', titleEn: 'no', status, code },
})

/** A server that answers as told, one answer per request, and then always well. */
const server = (...answers: (Failure | 'ok')[]) => {
  const received: Step[] = []
  const send = async (step: Step): Promise<Outcome<unknown>> => {
    received.push(structuredClone(step))
    const answer = answers.shift() ?? 'ok'
    return answer === 'ok' ? { ok: true, value: { id: 'V1' } } : { ok: false, failure: answer }
  }
  return { send, received, keys: () => received.map((step) => step.key) }
}

describe('what was saved without network', () => {
  it('goes out in the order in which it was saved, and is gone from the device afterwards', async () => {
    for (const id of ['a', 'b', 'c']) await store.add(parcel(id))
    const { send, keys } = server()
    const done = await drain({ store, owner, send })
    expect(keys()).toEqual(['key-a', 'key-b', 'key-c'])
    expect(done.sent.map((one) => one.id)).toEqual(['a', 'b', 'c'])
    expect(await store.all(owner)).toEqual([])
  })

  it('is sent again under the same key after a failing server, and what follows waits for it', async () => {
    await store.add(parcel('a'))
    await store.add(parcel('b'))
    const { send, keys } = server({ kind: 'broken', status: 503 }, { kind: 'tooSlow' })
    const first = await drain({ store, owner, send })
    const second = await drain({ store, owner, send })
    await drain({ store, owner, send })
    expect([first.stopped?.kind, second.stopped?.kind]).toEqual(['broken', 'tooSlow'])
    expect(keys()).toEqual(['key-a', 'key-a', 'key-a', 'key-b'])
  })

  it('is not sent again once it was answered', async () => {
    await store.add(parcel('a'))
    const { send, received } = server()
    await drain({ store, owner, send })
    await drain({ store, owner, send })
    expect(received).toHaveLength(1)
  })

  it('goes on with the visit, and not with the firm again, where the network went away between the two', async () => {
    const steps = [
      { path: '/firms', body: {}, key: 'firm' },
      { path: '/visits', body: {}, key: 'visit' },
    ]
    await store.add(parcel('a', steps))
    const { send, keys } = server('ok', { kind: 'unreachable' })
    await drain({ store, owner, send })
    await drain({ store, owner, send })
    expect(keys()).toEqual(['firm', 'visit', 'visit'])
  })

  it('stays with its reason where it is refused, and does not hold up the next one', async () => {
    await store.add(parcel('a'))
    await store.add(parcel('b'))
    const { send } = server(problem(400, 'badInput'))
    const done = await drain({ store, owner, send })
    expect(done).toMatchObject({ parked: ['a'], sent: [{ id: 'b' }] })
    expect(await store.all(owner)).toMatchObject([
      { id: 'a', state: 'parked', refusedStep: 0, failure: { problem: { code: 'badInput' } } },
    ])
  })

  it('is not tried again by itself once it was refused', async () => {
    await store.add(parcel('a'))
    const { send, received } = server(problem(422, 'usccCheckDigit'))
    await drain({ store, owner, send })
    await drain({ store, owner, send })
    expect(received).toHaveLength(1)
  })

  it.each([
    ['the office is busy', problem(409, 'busy')],
    ['too many requests came', problem(429, 'busy')],
    ['the sign-in has ended', { kind: 'signedOut' } as const],
  ])('waits where %s', async (_, failure) => {
    await store.add(parcel('a'))
    const { send } = server(failure)
    const done = await drain({ store, owner, send })
    expect(done.parked).toEqual([])
    expect(await store.all(owner)).toMatchObject([{ id: 'a', state: 'waiting', attempts: 1 }])
  })

  it('is sent by the person who wrote it and by nobody else', async () => {
    await store.add({ ...parcel('a'), owner: 'official-2' })
    const { send, received } = server()
    await drain({ store, owner, send })
    expect(received).toEqual([])
  })
})

describe('a visit of which one issue is refused', () => {
  const visit = (): NewParcel => ({
    ...parcel('v', [
      {
        path: '/visits',
        key: 'key-v',
        body: {
          kind: 'forum',
          on: '2026-11-22',
          title: '恳谈会',
          issues: [{ content: '一' }, { content: '二' }],
        },
      },
    ]),
    draft: { issues: [{ content: '一' }, { content: '二' }], kind: 'forum' },
  })
  const answer = {
    id: 'V20261122-7K3Q9',
    issues: [
      { answer: {} },
      { problem: { type: '', title: '提过了', titleEn: '', status: 409, code: 'alreadyLogged' } },
    ],
  }
  const send = async (): Promise<Outcome<unknown>> => ({ ok: true, value: answer })

  it('keeps that issue with its reason, as one that names the visit', async () => {
    await store.add(visit())
    const done = await drain({ store, owner, send, remains: refusedIssues })
    expect(done.sent).toHaveLength(1)
    const source = { kind: 'forum', on: '2026-11-22', title: '恳谈会', visit: answer.id }
    expect(await store.all(owner)).toMatchObject([
      {
        state: 'parked',
        title: '二',
        draft: { visit: answer.id, issues: [{ content: '二' }] },
        steps: [{ path: '/issues', body: { content: '二', source } }],
        failure: { problem: { code: 'alreadyLogged' } },
      },
    ])
  })
})

describe('a draft', () => {
  it('comes back as it was typed, until it is wiped', async () => {
    const opening = openPortalDb(`outbox-${number}`)
    const drafts = draftStore(() => opening)
    await drafts.save('visit:official-1', { line: '看了车间' })
    expect(await drafts.read('visit:official-1')).toEqual({ line: '看了车间' })
    await drafts.wipe('visit:official-1')
    expect(await drafts.read('visit:official-1')).toBeUndefined()
  })
})
