import { describe, expect, it } from 'vitest'
import type { IssueEvent } from '../../../../core/issue/events.ts'
import { defaultRetention, type Retention } from '../../../../core/retention/retention.ts'
import {
  aClosedIssue,
  aDeclinedIssue,
  aHistoricIssue,
  aMergedIssue,
  anIssueInHand,
  aVerifiedIssue,
  aWithdrawnIssue,
  followedBy,
} from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at, reference } from '../../office.ts'
import { command } from '../../usual.ts'

/** Verified on 1 December, archived when the window was over on 14 December 2026. */
const over = () => given(aVerifiedIssue()).when(command('archiveIssue'), { now: at('2026-12-15') }).events
const rule = 'office@2020-01-01'
const archiving = (events: readonly IssueEvent[], now: string) =>
  given(events).when(command('archiveRecord'), { now })
const erasing = (events: readonly IssueEvent[], now: string, request?: string) =>
  given(events).when(command('erasePersonalData', request ? { request } : {}), { now })

describe('an issue that is over', () => {
  it('goes into the archive a year after its end', () => {
    archiving(over(), at('2027-12-15')).makes({ type: 'RecordArchived', rule })
  })

  it('does not go there a day before', () => {
    archiving(over(), at('2027-12-14')).refuses('notDueYet')
  })

  it('goes there once', () => {
    archiving(archiving(over(), at('2027-12-15')).events, at('2028-12-15')).staysQuiet()
  })

  it('takes nothing more up once it is there', () => {
    const { events } = archiving(over(), at('2027-12-15'))
    given(events)
      .when(command('addNote'), { now: at('2027-12-16') })
      .refuses('inTheArchive')
  })

  it('loses names, phones, words and files five years after its end', () => {
    const { issue, fact } = erasing(over(), at('2031-12-15'))
    expect(fact('PersonalDataErased')).toMatchObject({
      kinds: ['contact', 'words', 'files', 'signatories'],
      rule,
    })
    expect(issue).toMatchObject({ content: '（已按期限删除）', stage: 'closed', closure: { type: 'solved' } })
    expect(issue.contact).toBeUndefined()
  })

  it('does not lose them a day before', () => {
    erasing(over(), at('2031-12-14')).refuses('notDueYet')
  })

  it('loses them once', () => {
    erasing(over(), at('2031-12-15')).again().staysQuiet()
  })

  it('goes by the rule in force on the day', () => {
    const shorter: Retention = {
      ...defaultRetention,
      validFrom: '2027-01-01',
      archiveMonths: 6,
      eraseMonths: 24,
    }
    given(over())
      .when(command('erasePersonalData'), {
        now: at('2028-12-15'),
        reference: { ...reference, retention: [defaultRetention, shorter] },
      })
      .makes({ type: 'PersonalDataErased', rule: 'office@2027-01-01' })
  })
})

describe.each([
  ['declined', aDeclinedIssue],
  ['withdrawn', aWithdrawnIssue],
  ['merged', aMergedIssue],
  ['history from a ledger', aHistoricIssue],
])('an issue that was %s', (_, events) => {
  it('loses its words as well, five years after it came to that', () => {
    erasing(events(), at('2031-11-22')).refuses('notDueYet')
    expect(erasing(events(), at('2031-11-23')).issue.content).toBe('（已按期限删除）')
  })
})

describe.each([
  ['in hand', anIssueInHand],
  ['closed and open to being reopened', aClosedIssue],
])('an issue that is %s', (_, events) => {
  it.each(['archiveRecord', 'erasePersonalData'] as const)('is left alone by %s, however old', (name) => {
    const refused = given(events()).when(command(name), { now: at('2040-01-02') }).answer
    expect(['stillGoingOn', 'wrongStage']).toContain((refused as { refused?: string }).refused)
  })
})

const withConsent = () =>
  followedBy(
    anIssueInHand().map((event) =>
      event.type === 'IssueLogged' ? { ...event, category: 'financing' as const } : event,
    ),
    [
      {
        type: 'ConsentGiven',
        consent: 'C01',
        kind: 'contact',
        bank: 'tiancheng',
        fields: ['contactName'],
        capacity: 'self',
        via: 'signedForm',
        textVersion: 'v1',
        expiresOn: '2027-11-23',
        note: { text: '吴佳宁' },
      },
      at('2026-11-24'),
      'handler',
    ],
    [{ type: 'IssueWithdrawn', note: { text: '不需要了。' } }, at('2026-11-25'), 'official'],
  )

describe('where the firm asks for deletion', () => {
  it('goes at once what nothing keeps', () => {
    const { issue, fact } = erasing(over(), at('2026-12-16'), 'D1')
    expect(fact('PersonalDataErased')).toMatchObject({ request: 'D1' })
    expect(issue.content).toBe('（已按企业申请删除）')
  })

  it('stays who signed a consent, until three years after it was last of use', () => {
    const asked = erasing(withConsent(), at('2026-12-16'), 'D1')
    expect(asked.fact('PersonalDataErased').kinds).toEqual(['contact', 'words', 'files'])
    expect(asked.issue.financing?.consents?.[0]?.signatory).toBe('吴佳宁')
    erasing(asked.events, at('2030-11-22')).staysQuiet()
    const later = erasing(asked.events, at('2030-11-23'))
    expect(later.fact('PersonalDataErased').kinds).toEqual(['signatories'])
    expect(later.issue.financing?.consents?.[0]?.signatory).toBeUndefined()
  })

  it('stays quiet on a repeat', () => {
    erasing(withConsent(), at('2026-12-16'), 'D1').again().staysQuiet()
  })
})
