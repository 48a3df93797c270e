import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mostTries, pausesSeconds } from '../../core/webhook/delivery.ts'
import { financing, terms } from '../support/financing.ts'
import { type Hook, hookOf, stateOf, tellBank } from '../support/hooks.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { scratchFolder } from '../support/table.ts'

const bank = 'tiancheng'
const hour = 3_600_000
const day = 24 * hour

describe("a bank's own system", () => {
  let office: QuietOffice
  let receiver: Receiver
  let hook: Hook
  let secrets: string[]
  beforeAll(async () => {
    office = await openQuietOffice({ webhookTimeoutMs: 1_500 })
  })
  afterAll(() => office.close())
  beforeEach(async () => {
    secrets = []
    receiver = await openReceiver(office.clock, () => secrets)
    hook = await hookOf(office.ask, bank, receiver.url)
    secrets.push(hook.secret)
  })
  afterEach(async () => {
    await office.ask('admin', 'POST', `/banks/${bank}/webhooks/${hook.id}/end`, {})
    receiver.close()
  })

  const told = async (state = 'invited') => {
    const [id] = await tellBank(office.office.container, bank, state)
    await office.settled()
    return id ?? ''
  }
  const delivered = async (id: string) => (await stateOf(office.ask, id)) === 'delivered'
  const triesOf = async (id: string) => {
    const { body } = await office.ask('admin', 'GET', `/webhook-deliveries/${id}`)
    return body.tries as { type: string; reason?: string; status?: number }[]
  }

  it('hears of a referral at once, signed so that the standard library believes it', async () => {
    const id = await told()
    expect(await delivered(id)).toBe(true)
    expect(receiver.refused).toEqual([])
    expect([...receiver.takenIn]).toEqual([
      [
        id,
        {
          type: 'referral.invited',
          timestamp: expect.stringMatching(/^2026-11-23T/),
          data: { referral: '20261123-7K3Q9-R01', state: 'invited', event: expect.any(Number) },
        },
      ],
    ])
    const [one] = receiver.heard
    expect(one?.timestamp).toBe(Math.floor(office.clock.now().getTime() / 1000))
  })

  it('hears of its own referral from the invitation to the choice, and never who the firm is', async () => {
    const { invited, says, done, byLink, must } = financing(office)
    const { id, code } = await invited([bank, 'hanan'])
    const [mine, theirs] = [`${id}-R01`, `${id}-R02`]
    await says('tiancheng-1', mine, 'acceptReferral')
    await says('tiancheng-1', mine, 'approveReferral', terms)
    await says('hanan-1', theirs, 'declineReferral', { code: 'cashFlow' })
    await must(byLink(code, '/choice', { referral: 'R01' }), 'choice')
    await done('finance-1', id, 'addNote', { text: '已选定' })
    await office.settled()
    const messages = [...receiver.takenIn.values()] as {
      type: string
      data: { referral: string; event: number }
    }[]
    const inOrder = messages.toSorted((a, b) => a.data.event - b.data.event)
    expect(inOrder.map(({ type, data }) => [type, data.referral])).toEqual(
      ['invited', 'accepted', 'approved', 'chosen'].map((state) => [`referral.${state}`, mine]),
    )
    expect(receiver.refused).toEqual([])
    const { body } = await office.ask('dispatcher', 'GET', `/issues/${id}`)
    const { firm } = body.issue as { firm: { uscc: string; name: string } }
    const said = receiver.heard.map((one) => one.body).join()
    for (const word of [firm.uscc, firm.name, '3000000']) expect(said).not.toContain(word)
  })

  it('does not believe what was changed, was signed with another secret, or is played to it again later', async () => {
    await told()
    const [one] = receiver.heard
    if (!one) throw new Error('nothing was heard')
    const headers = {
      'webhook-id': one.id,
      'webhook-timestamp': String(one.timestamp),
      'webhook-signature': one.signature,
    }
    expect(() => receiver.verify(one.body, headers)).not.toThrow()
    expect(() => receiver.verify(one.body.replace('invited', 'chosen!'), headers)).toThrow(
      'No matching signature',
    )
    expect(() => receiver.verify(one.body, { ...headers, 'webhook-id': 'msg_other' })).toThrow('No matching')
    await office.clock.advance(5 * 60_000 + 1000)
    expect(() => receiver.verify(one.body, headers)).toThrow('Message timestamp too old')
  })

  it('that answers 500 and then nothing at all hears the same message again, and takes it in once', async () => {
    receiver.answers({ status: 500, after: true }, 'silent', { status: 503 })
    const id = await told()
    expect(await delivered(id)).toBe(false)
    await office.clock.advance(day)
    expect(await delivered(id)).toBe(true)
    expect(receiver.heard.map((one) => one.id)).toEqual([id, id, id, id])
    expect(new Set(receiver.heard.map((one) => one.body)).size).toBe(1)
    expect([...receiver.takenIn.keys()]).toEqual([id])
    expect(receiver.refused).toEqual([])
    expect((await triesOf(id)).map(({ type, reason, status }) => [type, reason ?? status])).toEqual([
      ['DeliveryQueued', undefined],
      ['TryBegan', undefined],
      ['TryFailed', 'status'],
      ['TryBegan', undefined],
      ['TryFailed', 'timeout'],
      ['TryBegan', undefined],
      ['TryFailed', 'status'],
      ['TryBegan', undefined],
      ['WebhookDelivered', 204],
    ])
  })

  it('is tried for a day with longer and longer pauses, each try with its own time; then it is a dead letter', async () => {
    const waiting = office.office.steps.waitingCount()
    receiver.answers(...Array.from({ length: 20 }, () => ({ status: 500 })))
    const id = await told()
    await office.clock.advance(3 * day)
    expect(receiver.refused).toEqual([])
    const times = receiver.heard.map((one) => one.timestamp)
    expect(times.slice(1).map((time, at) => time - (times[at] ?? 0))).toEqual([...pausesSeconds])
    expect(times).toHaveLength(mostTries)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(23 * 3600)
    const { body } = await office.ask('admin', 'GET', '/webhook-deliveries')
    expect(body.items).toContainEqual(
      expect.objectContaining({
        id,
        state: 'dead',
        ended: { at: expect.any(String), reason: 'triedOut' },
        lastFailure: expect.objectContaining({ reason: 'status', status: 500 }),
      }),
    )
    expect(office.office.steps.waitingCount()).toBe(waiting)
  })

  it('hears a dead letter when it is delivered again, under the same id, and it leaves the list', async () => {
    receiver.answers({ status: 410 })
    const id = await told()
    expect(await stateOf(office.ask, id)).toBe('dead')
    const asked = await office.ask('admin', 'POST', `/webhook-deliveries/${id}/redelivery`, {})
    expect(asked.body).toMatchObject({ delivery: { id, state: 'open', redeliveries: 1 } })
    await office.settled()
    expect(await delivered(id)).toBe(true)
    expect(receiver.heard.map((one) => one.id)).toEqual([id, id])
    const { body } = await office.ask('admin', 'GET', '/webhook-deliveries?limit=100')
    expect((body.items as { id: string }[]).map((one) => one.id)).not.toContain(id)
  })

  it('that is still being tried cannot be asked for again', async () => {
    receiver.answers({ status: 500 })
    const id = await told()
    const { body } = await office.ask('admin', 'GET', '/webhook-deliveries?state=open')
    expect((body.items as { id: string }[]).map((one) => one.id)).toContain(id)
    const asked = await office.ask('admin', 'POST', `/webhook-deliveries/${id}/redelivery`, {})
    expect(asked.body.code).toBe('deliveryOpen')
  })

  it('changes its secret without a gap: old and new are believed, then only the new one', async () => {
    receiver.answers({ status: 500 })
    const underWay = await told()
    const { body } = await office.ask('admin', 'POST', `/banks/${bank}/webhooks/${hook.id}/secret`, {})
    await office.clock.advance(hour)
    expect(await delivered(underWay), 'with the old secret').toBe(true)
    secrets.splice(0, 1, String(body.secret))
    expect(await delivered(await told()), 'with the new secret').toBe(true)
    expect(receiver.heard.at(-1)?.signature.split(' ')).toHaveLength(2)
    await office.clock.advance(2 * day)
    expect(await delivered(await told()), 'with the new secret alone').toBe(true)
    expect(receiver.heard.at(-1)?.signature.split(' ')).toHaveLength(1)
    expect(receiver.refused).toEqual([])
    secrets.splice(0, 1, hook.secret)
    await told()
    expect(receiver.refused.join()).toContain('No matching signature')
  })

  it('has two valid secrets at most: the one before the last stops at once', async () => {
    for (const _ of [1, 2]) await office.ask('admin', 'POST', `/banks/${bank}/webhooks/${hook.id}/secret`, {})
    expect(await delivered(await told())).toBe(false)
    expect(receiver.heard.at(-1)?.signature.split(' ')).toHaveLength(2)
    expect(receiver.refused.join()).toContain('No matching signature')
  })

  it('hears nothing more at an address that has ended, not even what was under way', async () => {
    receiver.answers({ status: 500 })
    const id = await told()
    await office.ask('admin', 'POST', `/banks/${bank}/webhooks/${hook.id}/end`, {})
    await office.clock.advance(day)
    expect(receiver.heard).toHaveLength(1)
    expect((await triesOf(id)).at(-1)).toMatchObject({ type: 'DeliveryGivenUp', reason: 'endpointEnded' })
    const asked = await office.ask('admin', 'POST', `/webhook-deliveries/${id}/redelivery`, {})
    expect(asked.body.code).toBe('unknownWebhook')
  })

  it('hears only what concerns it, and a redirection leads nowhere', async () => {
    await tellBank(office.office.container, 'hanan')
    await office.settled()
    expect(receiver.heard).toEqual([])
    receiver.answers({ status: 307 })
    const id = await told()
    expect((await triesOf(id)).at(-1)).toMatchObject({ type: 'TryFailed', status: 307 })
    expect(receiver.heard).toHaveLength(1)
  })

  it('keeps its secret to itself: it is told once, and stands in no answer, event or list', async () => {
    const id = await told()
    const paths = [`/banks/${bank}/webhooks`, `/webhook-deliveries/${id}`, '/webhook-deliveries?state=dead']
    const answers = await Promise.all(paths.map((path) => office.ask('admin', 'GET', path)))
    const value = hook.secret.slice('whsec_'.length)
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(value)
    const { items } = await office.office.plainTable.query({ pk: `HOOKS#${bank}` })
    const known = items.filter((item) => JSON.stringify(item).includes(value)).map((item) => item.sk)
    expect(known).toEqual([`SECRET#${hook.id}`])
  })
})

describe('a restart in the middle of the retries', () => {
  it('keeps the time of the next try, loses none and repeats none', async () => {
    const scratch = scratchFolder()
    let office = await openQuietOffice({ dataDir: scratch.folder })
    const secrets: string[] = []
    const time = { now: () => office.clock.now(), at: () => ({ cancel: () => {} }) }
    const receiver = await openReceiver(time, () => secrets)
    try {
      secrets.push((await hookOf(office.ask, bank, receiver.url)).secret)
      receiver.answers(...Array.from({ length: 3 }, () => ({ status: 500 })))
      const [id = ''] = await tellBank(office.office.container, bank)
      await office.settled()
      await office.clock.advance(10 * 60_000)
      expect(receiver.heard).toHaveLength(3)
      const start = office.clock.now()
      await office.close()
      office = await openQuietOffice({ dataDir: scratch.folder, start })
      await office.settled()
      expect(receiver.heard, 'nothing is sent early').toHaveLength(3)
      await office.clock.advance(hour)
      expect(await stateOf(office.ask, id)).toBe('delivered')
      const times = receiver.heard.map((one) => one.timestamp)
      expect(times.slice(1).map((at, n) => at - (times[n] ?? 0))).toEqual(pausesSeconds.slice(0, 3))
      expect(receiver.refused).toEqual([])
    } finally {
      await office.close()
      receiver.close()
      scratch.remove()
    }
  })
})
