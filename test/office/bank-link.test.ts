import { describe, expect, it } from 'vitest'
import { financing, terms } from '../support/financing.ts'
import { officeOfFile } from '../support/office-of-file.ts'
import { expectProblem } from '../support/problems.ts'

const day = 24 * 3600 * 1000

const opened = await officeOfFile()
const banks = financing(opened)

const asked = async () => {
  const { id, code: firmCode } = await banks.invited(['daqian', 'hanan'])
  return { id, firmCode, code: await banks.bankLinkOf(`${id}-R01`) }
}
const stateOf = async (id: string) =>
  (await opened.office.container.issues.load(id))?.issue.financing?.referrals?.[0]?.state
const expectShut = async (code: string) => expectProblem(await banks.byBankLink(code), 401, 'bankLinkUnknown')

describe('a bank without accounts, by its link', () => {
  it('sees its referral with the names of bank and firm, and when the link ends', async () => {
    const { id, code } = await asked()
    const { body } = await banks.byBankLink(code)
    expect(body).toMatchObject({ id: `${id}-R01`, state: 'opened', authorised: true })
    expect(body).toMatchObject({ linkUntil: body.decisionDue, disclosed: { amountYuan: 5_000_000 } })
    expect(body.bankName).not.toBe('daqian')
  })

  it('takes it up, asks for papers, surveys and approves, and is then done with', async () => {
    const { id, code } = await asked()
    const say = (said: object) => banks.must(banks.byBankLink(code, said), 'said')
    expect(await say({ answer: 'acceptReferral' })).toMatchObject({ state: 'accepted' })
    expect(await say({ answer: 'askPapers', text: '近两年审计报告' })).toMatchObject({ state: 'moreAsked' })
    const surveyed = await say({ answer: 'recordSurvey', on: '2026-11-23' })
    expect(surveyed).toMatchObject({ state: 'surveyed' })
    const approved = await say({ answer: 'approveReferral', ...terms })
    expect(approved).toMatchObject({ id: `${id}-R01`, state: 'approved', events: ['ReferralApproved'] })
    await expectShut(code)
    expectProblem(
      await banks.byBankLink(code, { answer: 'declineReferral', code: 'debts' }),
      401,
      'bankLinkUnknown',
    )
    expect(await stateOf(id)).toBe('approved')
  })

  it('declines by code, and the firm hears its next step', async () => {
    const { firmCode, code } = await asked()
    await banks.must(banks.byBankLink(code, { answer: 'declineReferral', code: 'papersMissing' }), 'no')
    const { body } = await opened.ask(undefined, 'GET', '/track', undefined, { 'x-track-code': firmCode })
    expect(body.financing).toMatchObject({
      banks: [{ bank: 'daqian', state: 'declined', decline: { code: 'papersMissing', next: 'papers' } }, {}],
    })
    await expectShut(code)
  })

  it('says nothing in another’s name: no source, no other referral, no other command', async () => {
    const { id, code } = await asked()
    const wrong = [
      { answer: 'acceptReferral', source: 'call' },
      { answer: 'acceptReferral', referral: 'R02' },
      { answer: 'withdrawReferral', via: 'link' },
      { answer: 'recordDrawdown', amountYuan: 1, on: '2026-11-23' },
    ]
    for (const said of wrong) expectProblem(await banks.byBankLink(code, said), 400, 'badInput')
    expect(await stateOf(id)).toBe('invited')
  })
})

describe('a bank’s link', () => {
  it('is made by the office that has the issue, for a bank that has been asked and not yet answered', async () => {
    const id = await banks.roundWith(['daqian'])
    const link = (by: string, one = id) => opened.ask(by, 'POST', `/referrals/${one}-R01/link`, {})
    expectProblem(await link('finance-1'), 409, 'bankNotAsked')
    const { id: another } = await asked()
    expectProblem(await link('parks-1', another), 403, 'notYourUnit')
    expectProblem(await link('tiancheng-1', another), 403, 'notAllowed')
    await banks.says('hanan-1', `${another}-R02`, 'declineReferral', { code: 'debts' })
    expectProblem(
      await opened.ask('finance-1', 'POST', `/referrals/${another}-R02/link`, {}),
      409,
      'referralOver',
    )
  })

  it('keeps its code to itself: neither the issue nor its history holds it', async () => {
    const { id, code } = await asked()
    for (const path of [`/issues/${id}`, `/issues/${id}/events`]) {
      const { body } = await opened.ask('finance-1', 'GET', path)
      expect(JSON.stringify(body)).not.toContain(code.split('.')[1])
    }
    const { body } = await opened.ask('finance-1', 'GET', `/issues/${id}`)
    expect(JSON.stringify(body)).not.toContain('"hash"')
  })

  it('ends when it is revoked, and when another is made', async () => {
    const { id, code } = await asked()
    const second = await banks.bankLinkOf(`${id}-R01`)
    await expectShut(code)
    expect((await banks.byBankLink(second)).status).toBe(200)
    await banks.done('finance-1', id, 'revokeBankLink', { referral: 'R01' })
    await expectShut(second)
  })

  it('ends when the firm takes the referral back, and when the firm’s issue ends', async () => {
    const [one, two] = [await asked(), await asked()]
    await banks.must(banks.byLink(one.firmCode, '/referrals/R01/withdrawal'), 'withdrawal')
    await expectShut(one.code)
    await banks.done('official-1', two.id, 'withdrawIssue', { text: '企业不再需要' })
    await expectShut(two.code)
  })

  it('shows nothing of the firm after the consent is withdrawn', async () => {
    const { firmCode, code } = await asked()
    await banks.must(banks.byLink(firmCode, '/consents/C01/withdrawal'), 'withdrawal')
    expect((await banks.byBankLink(code)).body).toMatchObject({
      disclosed: {},
      fields: [],
      authorised: false,
    })
  })

  it('ends with the time for an answer, or, once taken up, with the time for a decision', async () => {
    const [silent, taken] = [await asked(), await asked()]
    await banks.must(banks.byBankLink(taken.code, { answer: 'acceptReferral' }), 'yes')
    await opened.clock.advance(10 * day)
    await expectShut(silent.code)
    expect((await banks.byBankLink(taken.code)).status).toBe(200)
    await opened.clock.advance(40 * day)
    await expectShut(taken.code)
    const again = await banks.bankLinkOf(`${taken.id}-R01`)
    expect((await banks.byBankLink(again)).status, 'a late bank that is still wanted').toBe(200)
  })
})
