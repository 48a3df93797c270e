import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice } from '../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice()
})
afterAll(() => opened.close())

const aWholesaler = {
  filingMonth: '2026-01',
  generalTaxpayer: true,
  creditGrade: 'B',
  fraud: false,
  evasionPenalties: 1,
  refundOnCollection: false,
  monthsInOperation: 40,
  salesShares: { manufacturing: 0.1, research: 0, software: 0, ecology: 0 },
  realEstateShare: 0,
  balancesYuan: {
    '2024-12': 100_000,
    '2025-07': 300_000,
    '2025-08': 400_000,
    '2025-09': 500_000,
    '2025-10': 600_000,
    '2025-11': 700_000,
    '2025-12': 900_000,
    '2026-01': 1_000_000,
  },
  inputVat: { share: 0.9 },
}
const estimate = (user: string | undefined, body: unknown) =>
  opened.ask(user, 'POST', '/tax-refund/estimates', body)

describe('the estimate of a VAT credit refund', () => {
  it('is given to an official, with February beside January, under the rules of the office', async () => {
    const { status, body } = await estimate('official-1', aWholesaler)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      kind: '估算',
      verdict: 'yes',
      classification: { class: 'C' },
      amountYuan: 432_000,
      beside: { filingMonth: '2026-02', amountYuan: 0 },
      rules: { validFrom: '2025-09-01' },
    })
  })

  it('says what is missing where only the month is known', async () => {
    const { status, body } = await estimate('manager', { filingMonth: '2026-11' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ verdict: 'unknown', classification: { class: 'undecidable' } })
    expect(body).not.toHaveProperty('amountYuan')
  })

  it.each([
    ['a share over 1', { realEstateShare: 1.5 }, '/realEstateShare', '占比须在0到1之间，如60%填0.6'],
    ['a negative balance', { balancesYuan: { '2025-12': -5 } }, '/balancesYuan/2025-12', '金额不能为负'],
    ['a month that is none', { filingMonth: '2026-00' }, '/filingMonth', '月份形如 2026-01'],
    [
      'a month before the rules',
      { filingMonth: '2025-08' },
      '/filingMonth',
      '没有适用于该申报期的规则；已有规则自2025年9月起',
    ],
    [
      'shares over all sales',
      { salesShares: { software: 0.7, research: 0.7 } },
      '/salesShares',
      '各行业销售额占比之和不能超过1',
    ],
  ])('names the field and the rule for %s', async (_case, changes, pointer, message) => {
    const { status, body } = await estimate('dispatcher', { ...aWholesaler, ...changes })
    expect({ status, code: body.code, errors: body.errors }).toEqual({
      status: 400,
      code: 'badInput',
      errors: [{ pointer, message }],
    })
  })

  it.each(['tiancheng-1', 'auditor', 'admin'])('is not for %s', async (user) => {
    expect((await estimate(user, aWholesaler)).body.code).toBe('notAllowed')
  })
})
