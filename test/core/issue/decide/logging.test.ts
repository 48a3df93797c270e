import { describe, expect, it } from 'vitest'
import { aClosedIssue, aDeclinedIssue, aLoggedIssue, anIssueInHand, atEachStage } from '../../an-issue.ts'
import { given } from '../../given.ts'
import { at, nextId, reference } from '../../office.ts'
import { command } from '../../usual.ts'

const now = at('2026-11-23', '09:30')
const heard = (changed: Parameters<typeof command<'logIssue'>>[1] = {}) =>
  given([]).when(command('logIssue', changed), { now })

describe('logging an issue', () => {
  it('puts it before the dispatcher with a day to route it', () => {
    const { issue } = heard()
    expect(issue).toMatchObject({
      id: nextId,
      stage: 'logged',
      loggedBy: 'official-1',
      loggedAt: now,
      routeDue: at('2026-11-24', '17:00'),
    })
  })

  it('gives an urgent one two working hours to be routed', () => {
    expect(heard({ urgency: 'urgent' }).fact('IssueLogged').routeDue).toBe(at('2026-11-23', '11:30'))
  })

  it('names the team of the official who heard it', () => {
    expect(heard().fact('IssueLogged').source).toStrictEqual({ kind: 'visit', team: 'team-1' })
  })

  it('names the team that the ledger names, not that of whoever imports it', () => {
    const source = { kind: 'forum', team: 'team-3' } as const
    expect(heard({ source }).fact('IssueLogged').source.team).toBe('team-3')
  })

  it('refuses a team that there is not, nor any more', () => {
    heard({ source: { kind: 'visit', team: 'team-99' } }).refuses('unknownTeam', '/source/team')
    const dissolved = reference.team.map((team) => ({ ...team, validTo: '2026-06-30' }))
    given([])
      .when(command('logIssue', { source: { kind: 'visit', team: 'team-3' } }), {
        now,
        reference: { ...reference, team: dissolved },
      })
      .refuses('unknownTeam', '/source/team')
  })

  it('by the dispatcher names no team', () => {
    const { source } = given([]).when(command('logIssue'), { now, by: 'dispatcher' }).fact('IssueLogged')
    expect(source).toStrictEqual({ kind: 'visit' })
  })

  it('refuses a visit on a day that has not come', () => {
    heard({ source: { kind: 'visit', on: '2026-11-24' } }).refuses('dateInTheFuture')
  })

  it('refuses a history closed on a day that has not come', () => {
    heard({ history: { closedOn: '2026-11-24' } }).refuses('dateInTheFuture')
  })

  it('takes what the ledger has closed as history, and nobody is asked to do anything', () => {
    expect(heard({ history: { closedOn: '2026-04-22' } }).issue).toMatchObject({
      stage: 'closed',
      history: true,
      closure: { type: 'recorded', at: '2026-04-22T00:00:00Z' },
      confirmation: { result: 'notAsked' },
    })
  })

  it('takes a history without a date as closed when it was heard', () => {
    const source = { kind: 'forum', on: '2026-03-11' } as const
    expect(heard({ source, history: {} }).issue).toMatchObject({ closure: { at: '2026-03-11T00:00:00Z' } })
  })

  it('of the same issue again is refused', () => {
    given(aLoggedIssue()).when(command('logIssue')).refuses('wrongStage')
  })
})

describe('withdrawing', () => {
  it.each(['logged', 'assigned', 'handling', 'confirming'] as const)('ends an issue that is %s', (stage) => {
    expect(given(atEachStage[stage]()).when(command('withdrawIssue')).issue.stage).toBe('withdrawn')
  })

  it('is open to the firm itself', () => {
    given(anIssueInHand()).when(command('withdrawIssue'), { by: 'firm' }).makes({ type: 'IssueWithdrawn' })
  })

  it('is refused once it is closed: what was done stays counted', () => {
    given(aClosedIssue()).when(command('withdrawIssue')).refuses('wrongStage')
  })

  it('is refused a second time', () => {
    given(aLoggedIssue()).when(command('withdrawIssue')).again().refuses('wrongStage')
  })
})

describe('a note inside the office', () => {
  it('changes nothing of the issue', () => {
    const before = given(anIssueInHand())
    const outcome = before.when(command('addNote', { text: '已约周三' }))
    outcome.makes({ type: 'NoteAdded', note: { text: '已约周三' } })
    expect(outcome.issue).toEqual(before.when(command('revokeLink')).issue)
  })

  it('is refused on an issue that has ended', () => {
    given(aDeclinedIssue()).when(command('addNote'), { by: 'dispatcher' }).refuses('wrongStage')
  })

  it('may be made again: two people may note the same', () => {
    given(anIssueInHand()).when(command('addNote')).again().makes({ type: 'NoteAdded' })
  })
})

describe('a file', () => {
  it('is kept with the issue', () => {
    expect(given(anIssueInHand()).when(command('attachFile')).issue.files).toMatchObject([{ id: 'F1' }])
  })

  it('is refused on an issue that has ended', () => {
    given(aDeclinedIssue()).when(command('attachFile'), { by: 'dispatcher' }).refuses('wrongStage')
  })

  it('may be followed by another', () => {
    const file = { id: 'F2', name: '照片.jpg', type: 'image/jpeg', size: 9, firmSees: true }
    const { events } = given(anIssueInHand()).when(command('attachFile'))
    expect(given(events).when(command('attachFile', { file })).issue.files).toHaveLength(2)
  })
})

describe("the firm's link", () => {
  it('is handed out by those who heard the firm', () => {
    expect(given(anIssueInHand()).when(command('issueLink')).issue.link?.expiresAt).toBe(at('2027-02-21'))
  })

  it('is not handed out by the department that the firm will judge', () => {
    given(anIssueInHand()).when(command('issueLink'), { by: 'handler' }).refuses('mustBeOutside')
  })

  it('is replaced by the next one, so that the earlier stops working', () => {
    const { events } = given(anIssueInHand()).when(command('issueLink'))
    const link = { hash: 'i'.repeat(43), expiresAt: at('2027-02-22') }
    expect(given(events).when(command('issueLink', { link })).issue.link).toEqual(link)
  })

  it('stays with the issue from stage to stage', () => {
    const { events } = given(anIssueInHand()).when(command('issueLink'))
    expect(given(events).when(command('proposeClosure')).issue.link?.hash).toBe('h'.repeat(43))
  })

  it('can be revoked', () => {
    const { events } = given(anIssueInHand()).when(command('issueLink'))
    const revoked = given(events).when(command('revokeLink'))
    revoked.makes({ type: 'FirmLinkRevoked' })
    expect(revoked.issue).not.toHaveProperty('link')
  })

  it('is not revoked by the department that the firm will judge', () => {
    const { events } = given(anIssueInHand()).when(command('issueLink'))
    given(events).when(command('revokeLink'), { by: 'handler' }).refuses('mustBeOutside')
  })

  it('is revoked once: where there is none, nothing happens', () => {
    const { events } = given(anIssueInHand()).when(command('issueLink'))
    given(events).when(command('revokeLink')).again().staysQuiet()
  })
})
