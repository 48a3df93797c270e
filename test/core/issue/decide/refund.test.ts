import { describe, expect, it } from 'vitest'
import type { CommandInput } from '../../../../core/issue/commands.ts'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import { missingPapers } from '../../../../core/issue/missing.ts'
import { pendingClocks } from '../../../../core/issue/pending.ts'
import { deviationBp } from '../../../../core/tax-refund/progress.ts'
import { refundPaperWords } from '../../../../core/tax-refund/progress-words.ts'
import { keysOf } from '../../../../core/words.ts'
import { aLoggedIssue, followedBy, routed } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at } from '../../office.ts'
import { command } from '../../usual.ts'

const inHand = () =>
  followedBy(
    aLoggedIssue({ category: 'taxRefund' }),
    [routed, at('2026-11-23', '10:00'), 'system'],
    [{ type: 'AssignmentAccepted' }, at('2026-11-23', '11:00'), 'handler'],
  )

type Step = CommandInput<'recordRefundStep'>
const said = (step: Step['step'], on: string, amountYuan?: number): Partial<Step> => ({
  step,
  on,
  saidBy: 'taxOffice',
  amountYuan,
})
const now = at('2026-12-18')
/** The stream after these steps, each as it was told. */
const having = (...steps: Partial<Step>[]): IssueEvent[] =>
  steps.reduce(
    (events, step) => given(events).when(command('recordRefundStep', step), { now }).events,
    inHand(),
  )
const step = (events: readonly IssueEvent[], one: Partial<Step>) =>
  given(events).when(command('recordRefundStep', one), { now })
const refundClockOf = (events: readonly IssueEvent[]) =>
  pendingClocks(step(events, {}).issue).find(({ clock }) => clock === 'refund')

const accepted = [said('applied', '2026-11-24', 430_000), said('accepted', '2026-11-26')]

describe('papers of a refund', () => {
  const checked = (...ready: CommandInput<'checkPapers'>['ready']) =>
    given(inHand()).when(command('checkPapers', { ready, on: '2026-11-24', saidBy: 'firm' }), { now })

  it('that are not ready yet are listed with the step that checks them, until something was applied for', () => {
    const [first = 'form', ...others] = keysOf(refundPaperWords)
    const { issue, events } = checked(...others)
    expect(missingPapers(issue)).toMatchObject([
      { ...refundPaperWords[first], step: 'checkPapers', field: 'ready' },
    ])
    expect(missingPapers(step(events, said('applied', '2026-11-25', 430_000)).issue)).toEqual([])
  })

  it('that nobody has checked are not said to be missing', () => {
    expect(missingPapers(given(inHand()).when(command('addNote')).issue)).toEqual([])
  })
})

describe('the tax office’s time', () => {
  it('is ten working days from the day of acceptance, not from when it was heard', () => {
    expect(
      step(having(said('applied', '2026-11-24')), said('accepted', '2026-11-26')).fact('RefundStepRecorded'),
    ).toMatchObject({
      due: at('2026-12-10', '17:00'),
    })
  })

  it('stands still while it is suspended, and is five working days once that is cleared', () => {
    const suspended = having(...accepted, said('suspended', '2026-12-01'))
    expect(refundClockOf(suspended)).toBeUndefined()
    const cleared = having(...accepted, said('suspended', '2026-12-01'), said('cleared', '2026-12-07'))
    expect(refundClockOf(cleared)).toMatchObject({ due: at('2026-12-14', '17:00') })
  })

  it.each(['granted', 'refused', 'terminated'] as const)('ends when it is %s', (end) => {
    expect(refundClockOf(having(...accepted, said(end, '2026-12-08')))).toBeUndefined()
  })

  it('counts from the corrected day where acceptance was noted wrongly', () => {
    const wrong = command('correctRefundStep', said('accepted', '2026-11-25'))
    expect(
      given(having(...accepted))
        .when(wrong, { now })
        .fact('RefundStepCorrected'),
    ).toMatchObject({ due: at('2026-12-09', '17:00') })
  })
})

describe('a step of a refund', () => {
  it('comes after the one before it', () => {
    step(inHand(), said('granted', '2026-11-24')).refuses('refundStepOrder', '/step')
    step(having(...accepted), said('applied', '2026-11-27')).refuses('refundStepOrder')
    step(having(...accepted), said('granted', '2026-11-25')).refuses('badInput', '/on')
  })

  it('cannot lie in the future', () => {
    step(inHand(), said('applied', '2026-12-19')).refuses('dateInTheFuture', '/on')
  })

  it('is not granted more than was applied for, nor paid more than was granted', () => {
    step(having(...accepted), said('granted', '2026-12-08', 430_001)).refuses('badInput', '/amountYuan')
    const granted = having(...accepted, said('granted', '2026-12-08', 400_000))
    step(granted, said('arrived', '2026-12-10', 400_001)).refuses('badInput', '/amountYuan')
    step(granted, said('arrived', '2026-12-10', 400_000)).makes({ type: 'RefundStepRecorded' })
  })

  it('begins a new application after an end', () => {
    const { issue } = step(
      having(...accepted, said('refused', '2026-12-08')),
      said('applied', '2026-12-09', 1),
    )
    expect(issue.refund?.applications).toHaveLength(2)
  })

  it('cannot be corrected before it was recorded', () => {
    given(inHand()).when(command('correctRefundStep')).refuses('refundStepOrder')
  })
})

describe('a refund', () => {
  it('is called solved once it is granted, and not before; where it was refused, that is explained', () => {
    given(having(...accepted))
      .when(command('proposeClosure'), { now })
      .refuses('resultMissing')
    const granted = having(...accepted, said('granted', '2026-12-08', 400_000))
    given(granted).when(command('proposeClosure'), { now }).makes({ type: 'ClosureProposed' })
    const refused = having(...accepted, said('refused', '2026-12-08'))
    given(refused).when(command('proposeClosure'), { now }).refuses('resultMissing')
    given(refused)
      .when(command('proposeClosure', { closure: 'notPermitted' }), { now })
      .makes({ type: 'ClosureProposed' })
  })

  it('says how far what was granted lies from the estimate', () => {
    const prechecked = given(having(...accepted, said('granted', '2026-12-08', 400_000))).when(
      command('recordPrecheck', { estimateYuan: 500_000 }),
      { now },
    )
    expect(deviationBp(prechecked.issue.refund)).toBe(-2000)
  })

  const confirmed = (events: readonly IssueEvent[]) => {
    const proposed = given(events).when(command('proposeClosure'), { now })
    return given(proposed.events).when(command('confirmClosure'), { now })
  }

  it('is verified by its money: whether that came before the closing or after it', () => {
    const granted = [...accepted, said('granted', '2026-12-08', 400_000)]
    const seen = { verification: { what: 'refundReceived', on: '2026-12-10', amountYuan: 400_000 } }
    expect(confirmed(having(...granted, said('arrived', '2026-12-10', 400_000))).issue).toMatchObject(seen)
    const closed = confirmed(having(...granted))
    expect(closed.issue).not.toHaveProperty('verification')
    expect(step(closed.events, said('arrived', '2026-12-10', 400_000)).issue).toMatchObject(seen)
  })
})
