import { describe, expect, it } from 'vitest'
import type { Financing } from '../../core/referral/parts.ts'
import { financing, terms } from '../support/financing.ts'
import { until } from '../support/office.ts'
import { officeOfFile } from '../support/office-of-file.ts'
import { openQuietOffice, type QuietOffice } from '../support/quiet-office.ts'
import { scratchFolder } from '../support/table.ts'
import { today } from '../support/today.ts'

const day = 24 * 3600 * 1000
const financingOf = async ({ office }: QuietOffice, id: string): Promise<Financing> =>
  (await office.container.issues.load(id))?.issue.financing ?? {}
const statesOf = async (opened: QuietOffice, id: string) =>
  Object.fromEntries(
    ((await financingOf(opened, id)).referrals ?? []).map(({ bank, state }) => [bank, state]),
  )
const typesOf = async (opened: QuietOffice, id: string) =>
  (await opened.office.container.issues.history(id)).map(({ type }) => type)
const noticesTo = async (opened: QuietOffice, user: string) =>
  (
    (await opened.ask(user, 'GET', '/notices')).body.items as {
      kind: string
      firm: string
      referral: string
    }[]
  ).map(({ kind, firm, referral }) => ({ kind, firm, referral }))

describe('a round of banks', async () => {
  const opened = await officeOfFile()
  const banks = financing(opened)

  it('invites each bank as soon as the firm has authorised it, without anybody pressing a button', async () => {
    const id = await banks.roundWith(['tiancheng', 'hanan'])
    const code = await banks.linkOf(id)
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'shortlisted', hanan: 'shortlisted' })
    await banks.consent(code, 'hanan')
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'shortlisted', hanan: 'invited' })
    expect(await noticesTo(opened, 'hanan-1')).toContainEqual({
      kind: 'invited',
      firm: '',
      referral: `${id}-R02`,
    })
  })

  it('asks the lead bank first, and the next one when it has declined', async () => {
    const id = await banks.inHand()
    await banks.done('finance-1', id, 'openRound', {
      mode: 'lead',
      banks: [{ bank: 'tuojiang' }, { bank: 'daqian' }],
    })
    const code = await banks.linkOf(id)
    for (const bank of ['tuojiang', 'daqian']) await banks.consent(code, bank)
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tuojiang: 'invited', daqian: 'shortlisted' })
    await banks.says('tuojiang-1', `${id}-R01`, 'declineReferral', { code: 'collateral' })
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tuojiang: 'declined', daqian: 'invited' })
  })

  it('notes a bank that has not called in a working day, and lets an unanswered invitation lapse after five', async () => {
    const { id } = await banks.invited(['tiancheng', 'hanan'])
    await opened.settled()
    await banks.says('hanan-1', `${id}-R02`, 'acceptReferral')
    const { referrals = [] } = await financingOf(opened, id)
    const { contactDue = '', answerDue = '' } = referrals[0] ?? {}
    await opened.clock.advanceTo(new Date(Date.parse(contactDue) - 1000))
    expect(await typesOf(opened, id)).not.toContain('BankOverdueRecorded')
    await opened.clock.advanceTo(new Date(contactDue))
    await opened.settled()
    const late = (await typesOf(opened, id)).filter((type) => type === 'BankOverdueRecorded')
    expect(late, 'who took it up has been in contact').toHaveLength(1)
    await opened.clock.advanceTo(new Date(Date.parse(answerDue) - 1000))
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'invited', hanan: 'accepted' })
    await opened.clock.advanceTo(new Date(answerDue))
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'lapsed', hanan: 'accepted' })
    const tooLate = await banks.answer('tiancheng-1', `${id}-R01`, 'acceptReferral')
    expect([tooLate.status, tooLate.body.code]).toEqual([409, 'referralOver'])
  })

  it('ends all other invitations when one bank’s money arrives, and tells each once', async () => {
    const { id, code } = await banks.invited(['tiancheng', 'hanan', 'daqian'])
    await banks.says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
    await banks.says('hanan-1', `${id}-R02`, 'approveReferral', { ...terms, rateBp: 365 })
    await banks.must(banks.byLink(code, '/choice', { referral: 'R02' }), 'choice')
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'notChosen', hanan: 'chosen', daqian: 'invited' })
    const again = await banks.byLink(code, '/choice', { referral: 'R01' })
    expect([again.status, again.body.code]).toEqual([409, 'alreadyChosen'])
    const on = today(opened.clock.now())
    const drawn = { amountYuan: 1_000_000, on, contractOn: on }
    const answer = await banks.says('hanan-1', `${id}-R02`, 'recordDrawdown', drawn)
    expect(answer.events, 'a bank is not told of the others').toEqual(['MoneyDrawn'])
    await banks.says('hanan-1', `${id}-R02`, 'recordDrawdown', { ...drawn, amountYuan: 2_000_000 })
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({
      tiancheng: 'notChosen',
      hanan: 'drawn',
      daqian: 'notChosen',
    })
    const { rounds, referrals = [] } = await financingOf(opened, id)
    expect(rounds).toMatchObject([{ outcome: 'drawn' }])
    expect(referrals[1]?.draws?.map(({ amountYuan }) => amountYuan)).toEqual([1_000_000, 2_000_000])
    for (const [user, referral] of [
      ['tiancheng-1', 'R01'],
      ['daqian-1', 'R03'],
    ] as const) {
      const told = (await noticesTo(opened, user)).filter((one) => one.referral === `${id}-${referral}`)
      expect(
        told.filter(({ kind }) => kind === 'notChosen'),
        user,
      ).toHaveLength(1)
    }
  })

  it('ends with the issue: the firm withdraws, every bank is told, and nothing waits any more', async () => {
    const { id } = await banks.invited(['tiancheng', 'hanan'])
    await opened.settled()
    const { steps } = opened.office
    const waiting = steps.waitingCount()
    await opened.command('official-1', id, 'withdrawIssue', { text: '企业已自筹。' })
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'withdrawn', hanan: 'withdrawn' })
    await until(async () => steps.waitingCount() === waiting - 2, 'the issue and its round are over')
    const heard = (await opened.ask('hanan-1', 'GET', '/notices')).body.items as {
      kind: string
      issue: string
    }[]
    expect(heard.filter((one) => one.issue === id).map(({ kind }) => kind)).toContain('referralOver')
    const late = await banks.answer('hanan-1', `${id}-R02`, 'acceptReferral')
    expect(late.status).toBe(409)
  })

  it('after a decline goes on with one command, and not with the same bank before its time', async () => {
    const { id, code } = await banks.invited(['tiancheng'])
    await banks.says('tiancheng-1', `${id}-R01`, 'declineReferral', { code: 'tooYoung' })
    const { referrals = [], rounds } = await financingOf(opened, id)
    expect(referrals[0]?.decline).toMatchObject({ next: 'inThreeMonths' })
    expect(rounds).toMatchObject([{ outcome: 'noLoan' }])
    const same = await opened.command('finance-1', id, 'referAgain', { after: 'R01', bank: 'tiancheng' })
    expect([same.status, same.body.code]).toEqual([409, 'bankTooSoon'])
    await banks.done('finance-1', id, 'referAgain', { after: 'R01', bank: 'daqian' })
    await banks.consent(code, 'daqian')
    await opened.settled()
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'declined', daqian: 'invited' })
    expect((await financingOf(opened, id)).referrals?.[1]).toMatchObject({ after: 'R01', round: 2 })
  })

  it('keeps the issue from being closed until every referral has an outcome; money is verified apart', async () => {
    const { id, code } = await banks.invited(['tiancheng', 'hanan'])
    await banks.says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
    const close = () =>
      opened.command('finance-1', id, 'proposeClosure', { closure: 'solved', text: '已授信。' })
    expect((await close()).body.code).toBe('referralsOpen')
    await banks.must(banks.byLink(code, '/choice', { referral: 'R01' }), 'choice')
    expect((await close()).body.code).toBe('referralsOpen')
    await banks.must(banks.byLink(code, '/referrals/R02/withdrawal'), 'withdrawal')
    expect((await close()).status).toBe(200)
    await banks.done('official-1', id, 'confirmClosure', { result: 'solved', via: 'call' })
    const on = today(opened.clock.now())
    const seen = (amount: object) =>
      opened.command('official-1', id, 'recordVerification', { what: 'moneyArrived', on, ...amount })
    expect((await seen({})).body.code).toBe('amountMissing')
    // Money also comes after the closure.
    await banks.says('tiancheng-1', `${id}-R01`, 'recordDrawdown', { amountYuan: 3_000_000, on })
    expect((await seen({ amountYuan: 3_000_000 })).status).toBe(200)
  })

  it('is not opened for a need that is incomplete: the refusal lists what the screen lists', async () => {
    const id = await banks.inHand()
    const criteria = { operating: 'yes', premises: 'no' }
    await banks.done('finance-1', id, 'recordNeed', { amountYuan: 1_000_000, criteria })
    const { status, body } = await opened.command('finance-1', id, 'openRound', {
      mode: 'parallel',
      banks: [{ bank: 'tiancheng' }],
    })
    expect([status, body.code]).toEqual([409, 'needIncomplete'])
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/need/termMonths',
      '/need/purpose',
      '/need/collateral',
      '/need/repayment',
      '/need/firstLoan',
      '/need/criteria/premises',
      '/need/criteria/realNeed',
      '/need/criteria/credit',
      '/need/criteria/lawfulPurpose',
    ])
    const help = { help: ['property', 'plan'], text: '先办理租赁备案。' }
    await banks.done('finance-1', id, 'recordConsultation', help)
    expect((await financingOf(opened, id)).consultations).toMatchObject([{ help: ['property', 'plan'] }])
  })

  it('takes a bank’s answer from the finance office only with its source', async () => {
    const { id } = await banks.invited(['tiancheng'])
    const without = await opened.command('finance-1', id, 'acceptReferral', { referral: 'R01' })
    expect([without.status, without.body.code]).toEqual([400, 'sourceMissing'])
    await banks.done('finance-1', id, 'acceptReferral', { referral: 'R01', source: 'call' })
    expect(await statesOf(opened, id)).toEqual({ tiancheng: 'accepted' })
  })
})

it('a restart in the middle of a round keeps every bank’s deadline and every link', async () => {
  const scratch = scratchFolder()
  try {
    const before = await openQuietOffice({ dataDir: scratch.folder })
    const first = financing(before)
    const { id, code } = await first.invited(['tiancheng', 'hanan'])
    const bankCode = await first.bankLinkOf(`${id}-R01`)
    await before.settled()
    const then = await financingOf(before, id)
    const start = new Date(before.clock.now().getTime() + day)
    await before.close()

    const after = await openQuietOffice({ dataDir: scratch.folder, start })
    await after.settled()
    const again = financing(after)
    expect(await financingOf(after, id)).toEqual(then)
    const answerDue = new Date(then.referrals?.[0]?.answerDue ?? '')
    await again.says('hanan-1', `${id}-R02`, 'approveReferral', terms)
    expect((await again.byBankLink(bankCode)).body, 'the bank’s old link').toMatchObject({ id: `${id}-R01` })
    await after.clock.advanceTo(new Date(answerDue.getTime() - 1000))
    expect(await statesOf(after, id)).toEqual({ tiancheng: 'opened', hanan: 'approved' })
    await after.clock.advanceTo(answerDue)
    await after.settled()
    expect(await statesOf(after, id)).toEqual({ tiancheng: 'lapsed', hanan: 'approved' })
    expect((await again.byBankLink(bankCode)).status, 'the link ends with the time for an answer').toBe(401)
    await again.must(again.byLink(code, '/choice', { referral: 'R02' }), 'the old link')
    expect(await statesOf(after, id)).toEqual({ tiancheng: 'lapsed', hanan: 'chosen' })
    expect((await typesOf(after, id)).filter((type) => type === 'BankInvited')).toHaveLength(2)
    await after.close()
  } finally {
    scratch.remove()
  }
})
