import { describe, expect, it } from 'vitest'
import type { IndicatorAnswer } from '../../core/api/indicators.ts'
import { exportedSince, visitedIn } from '../support/exported.ts'
import { expectFiguresAgree } from '../support/figures-agree.ts'
import { financing, terms } from '../support/financing.ts'
import { officeOfFile } from '../support/office-of-file.ts'

const opened = await officeOfFile()
const banks = financing(opened)

const figuresOf = async (query = '') => {
  await opened.settled()
  const { body } = await opened.ask('manager', 'GET', `/indicators?month=2026-11${query}`)
  const { rows } = body as unknown as IndicatorAnswer
  return (name: string, row = 0) => {
    const { part, whole } = rows[row]?.figures.find((one) => one.name === name) ?? {}
    return [part, whole]
  }
}

describe('a firm with two financing issues in a month', () => {
  it('counts once among the firms, and its two requests count as two', async () => {
    const first = await banks.invited(['tiancheng'], 'finance-1', { content: '备货缺三百万元。' })
    const second = await banks.invited(['tiancheng'], 'finance-1', { content: '换设备缺五百万元。' })
    for (const { id } of [first, second]) {
      await banks.says('tiancheng-1', `${id}-R01`, 'acceptReferral')
      await banks.says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
    }
    await banks.must(banks.byLink(first.code, '/choice', { referral: 'R01' }), 'choice')
    await banks.says('tiancheng-1', `${first.id}-R01`, 'recordDrawdown', {
      amountYuan: 1_000_000,
      on: '2026-11-23',
    })
    const of = await figuresOf()
    expect(of('firmsApproved')).toEqual([1, 1])
    expect(of('firmsFunded')).toEqual([1, 1])
    expect(of('firstLoans')).toEqual([1, undefined])
    expect(of('needMet')).toEqual([6_000_000, 10_000_000])
    expect((await figuresOf('&by=month'))('firmsApproved')).toEqual([1, 1])
  })

  it('opens to both issues behind the one firm', async () => {
    const path = '/indicators/firmsApproved/issues?month=2026-11&part=numerator'
    const { status, body } = await opened.ask('manager', 'GET', path)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.items).toHaveLength(2)
  })

  it('no longer counts when the firm takes one of them back for good', async () => {
    const other = await banks.invited(['hanan'], 'finance-1', { content: '盖厂房缺两百万元。' })
    await banks.done('official-1', other.id, 'withdrawIssue', { text: '企业不再需要' })
    expect((await figuresOf())('firmsApproved')).toEqual([1, 1])
  })

  it('is counted so by plain code over the events, in every breakdown', async () => {
    const { container } = opened.office
    const streams = await exportedSince(container, '2026-11-01T00:00:00Z')
    const visited = await visitedIn(container, ['2026-11'])
    expect(await expectFiguresAgree(container, streams, visited)).toBeGreaterThan(50)
  })
})

describe('a bank that takes up a referral', () => {
  it('has been in contact with the firm: no more are taken up than contacted', async () => {
    const { id } = await banks.invited(['daqian'], 'finance-1', { content: '周转缺一百万元。' })
    await banks.says('daqian-1', `${id}-R01`, 'acceptReferral')
    const one = (await opened.office.container.issues.load(id))?.issue.financing?.referrals?.[0]
    expect(one?.contactedAt).toBe(one?.acceptedAt)
    const [taken = 0, contacted = 0] = (await figuresOf())('bankAccepted')
    expect(taken).toBe(contacted)
  })
})

describe('a product under which a bank is asked', () => {
  it.each([
    ['one that there is not', { bank: 'tiancheng', product: 'moon-loan' }, 404],
    ['one that another bank grants', { bank: 'hanan', product: 'park-guarantee' }, 404],
    ['one that this bank grants', { bank: 'tiancheng', product: 'park-guarantee' }, 200],
  ])('is looked up: %s', async (_, candidate, status) => {
    const id = await banks.inHand('finance-1', { content: `产品${JSON.stringify(candidate)}` })
    const reply = await opened.command('finance-1', id, 'openRound', { mode: 'parallel', banks: [candidate] })
    expect(reply.status, JSON.stringify(reply.body)).toBe(status)
    if (status === 404) expect(reply.body.code).toBe('unknownProduct')
  })

  it('is looked up when the firm is referred again', async () => {
    const { id } = await banks.invited(['tiancheng'], 'finance-1', { content: '再推荐时换产品。' })
    await banks.says('tiancheng-1', `${id}-R01`, 'declineReferral', { code: 'collateral' })
    const again = { after: 'R01', bank: 'hanan', product: 'park-guarantee' }
    expect((await opened.command('finance-1', id, 'referAgain', again)).body.code).toBe('unknownProduct')
    expect((await opened.command('finance-1', id, 'referAgain', { ...again, bank: 'daqian' })).status).toBe(
      200,
    )
  })
})
