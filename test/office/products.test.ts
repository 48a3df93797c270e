import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Matches } from '../../core/financing/match.ts'
import firms from '../../samples/firms.json' with { type: 'json' }
import { openTestOffice } from '../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice()
})
afterAll(() => opened.close())

const [maker] = firms
const financing = async (need: object, firm: { uscc: string; name?: string } | undefined = maker) => {
  const body = {
    firm: { uscc: firm?.uscc, name: firm?.name },
    category: 'financing',
    content: `资金周转${Math.random()}`,
    need,
  }
  return String((await opened.ask('official-1', 'POST', '/issues', body)).body.id)
}
const matchesOf = async (user: string, id: string, query = '') =>
  opened.ask(user, 'GET', `/issues/${id}/matches${query}`)

describe('products for a financing issue', () => {
  it('are shown to whoever logged it, out of the firm register and its need', async () => {
    const id = await financing({ amountYuan: 9_000_000, termMonths: 12 })
    const { status, body } = await matchesOf('official-1', id)
    expect(status, JSON.stringify(body)).toBe(200)
    const { items } = body as unknown as Matches
    expect(items.map(({ product, notMet, unknown }) => [product.name, notMet, unknown])).toEqual([
      ['园保贷', 0, 0],
      ['科创贷', 0, 0],
      ['小微贷', 1, 0],
    ])
    expect(items[2]?.rules.find(({ answer }) => answer === 'fails')).toMatchObject({
      rule: 'amount',
      text: '贷款金额不超过500万元',
      found: '900万元',
    })
    expect(items[0]?.product.banks.map(({ id: bank }) => bank)).toEqual(['tiancheng', 'tuojiang', 'daqian'])
  })

  it('say what the firm has to be asked for, where it was logged without numbers', async () => {
    const { body } = await matchesOf('dispatcher', await financing({}))
    const { items } = body as unknown as Matches
    expect(items.map(({ unknown }) => unknown)).toEqual([2, 2, 2])
  })

  it('can be asked for one by one, so that a product is picked with its reasons', async () => {
    const id = await financing({ amountYuan: 1_000_000 })
    const { body } = await matchesOf('official-1', id, '?product=micro')
    expect((body as unknown as Matches).items.map(({ product }) => product.id)).toEqual(['micro'])
    expect(await matchesOf('official-1', id, '?product=mega')).toMatchObject({
      status: 404,
      body: { code: 'unknownProduct' },
    })
  })

  it('are not shown to another team, and not for an issue of another kind', async () => {
    expect((await matchesOf('official-3', await financing({}))).body.code).toBe('notYourUnit')
    const body = { firm: { uscc: maker?.uscc, name: maker?.name }, category: 'hiring', content: '缺普工20人' }
    const hiring = await opened.ask('official-1', 'POST', '/issues', body)
    expect((await matchesOf('official-1', String(hiring.body.id))).body.code).toBe('notFinancing')
  })
})

describe('the list of products', () => {
  it('names those in force, with rate cap, banks, source and the LPR', async () => {
    const { body } = await opened.ask('tiancheng-1', 'GET', '/products?on=2025-06-01')
    expect(body).toMatchObject({
      on: '2025-06-01',
      lpr: { known: 'yes', oneYearBp: 300, fiveYearBp: 350 },
      items: [
        {
          name: '园保贷',
          rateCap: { highestBp: 450, toCheck: false },
          lossSharing: '损失分担：银行50%、省级25%、园区25%',
        },
        { name: '小微贷' },
        { name: '科创贷' },
      ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    })
  })

  it('is empty before the first product, and the LPR of that day cannot be said', async () => {
    const { body } = await opened.ask('official-1', 'GET', '/products?on=2019-12-31')
    expect(body).toMatchObject({ items: [], lpr: { known: 'no' } })
  })
})
