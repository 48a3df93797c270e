import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandNames } from '../../../core/issue/commands.ts'
import { type EventType, eventTypes, type IssueFact } from '../../../core/issue/events.ts'
import { evolve, replay } from '../../../core/issue/evolve.ts'
import { Issue } from '../../../core/issue/issue.ts'
import { stepOf } from '../../../core/lifecycle.ts'
import { keysOf, type Stage, stageWords } from '../../../core/words.ts'
import { aClosedIssue, aHistoricIssue, aLoggedIssue, issueAfter, issueAt } from '../an-issue.ts'
import { anotherIssue, at } from '../office.ts'
import { theNeed, theOffer, usual } from '../usual.ts'

const now = at('2026-12-01')
const dues = { accept: now, contact: now, reply: now, close: now }
const routed = { department: 'tax', basis: { by: 'dispatcher' }, complexity: 'ordinary', dues } as const
const ofBank = { referral: 'R01', bank: 'tiancheng' }
const said = { note: { text: '说明' } }

const { posts: _, ...logged } = usual.logIssue.input
const aPost = { title: '数控车工', headcount: 20, kind: 'full' } as const
const counted = { post: 'P1', on: '2026-11-23', counts: { arrived: 3 } }
const reported = { on: '2026-11-23', saidBy: 'firm' } as const

/** One fact of each type. */
const facts: { [T in EventType]: Extract<IssueFact, { type: T }> } = {
  IssueLogged: {
    type: 'IssueLogged',
    id: anotherIssue,
    ...logged,
    routeDue: now,
    note: { content: '另一件' },
  },
  PostsAdded: { type: 'PostsAdded', posts: [{ ...aPost, id: 'P1' }] },
  PostChanged: { type: 'PostChanged', post: 'P1', facts: { ...aPost, headcount: 12 } },
  PostCancelled: { type: 'PostCancelled', post: 'P1', ...said },
  HelpGiven: { type: 'HelpGiven', kind: 'fair', on: '2026-11-23', fair: 'F20261121-4C5D6' },
  FunnelRecorded: { type: 'FunnelRecorded', ...counted },
  FunnelCorrected: { type: 'FunnelCorrected', ...counted, ...said },
  PartAccepted: { type: 'PartAccepted', via: 'call', on: '2026-11-23' },
  StayAsked: { type: 'StayAsked', arrivedOn: '2026-11-23', due: now },
  StayCounted: { type: 'StayCounted', on: '2026-12-24', counts: [{ post: 'P1', people: 3 }] },
  RefundPrechecked: { type: 'RefundPrechecked', verdict: 'yes', ...reported },
  RefundPapersChecked: { type: 'RefundPapersChecked', ready: ['form'], ...reported },
  RefundStepRecorded: { type: 'RefundStepRecorded', step: 'applied', ...reported },
  RefundStepCorrected: { type: 'RefundStepCorrected', step: 'applied', ...reported, ...said },
  RoutingLeftToDispatcher: { type: 'RoutingLeftToDispatcher', suggestion: 'tax' },
  IssueRouted: { type: 'IssueRouted', ...routed },
  AssignmentAccepted: { type: 'AssignmentAccepted' },
  AssignmentReturned: { type: 'AssignmentReturned', reason: 'notOurs', routeDue: now },
  IssueTransferred: { type: 'IssueTransferred', ...routed },
  ContactRecorded: { type: 'ContactRecorded', channel: 'visit' },
  ReplyRecorded: { type: 'ReplyRecorded', nextReply: now },
  ClosureProposed: { type: 'ClosureProposed', closure: 'partly', confirmDue: now },
  ClosureConfirmed: { type: 'ClosureConfirmed', result: 'partly', via: 'link', reopenUntil: now },
  ClosureDisputed: { type: 'ClosureDisputed', via: 'visit', dues, ...said },
  IssueReopened: { type: 'IssueReopened', dues, ...said },
  IssueWithdrawn: { type: 'IssueWithdrawn', ...said },
  IssueDeclined: { type: 'IssueDeclined', ground: 'sameFact', ...said },
  IssueMerged: { type: 'IssueMerged', into: anotherIssue },
  MergeAbsorbed: { type: 'MergeAbsorbed', from: anotherIssue },
  OverdueRecorded: { type: 'OverdueRecorded', clock: 'close', due: now },
  DueSoonRecorded: { type: 'DueSoonRecorded', clock: 'close', due: now },
  DuesRecomputed: { type: 'DuesRecomputed', calendar: 'v2', dues, routeDue: now, confirmDue: now },
  SupervisionProposed: { type: 'SupervisionProposed', clock: 'accept' },
  SupervisionDecided: { type: 'SupervisionDecided', opened: true, due: now, ...said },
  ExtensionAsked: { type: 'ExtensionAsked', until: now, ...said },
  ExtensionDecided: { type: 'ExtensionDecided', granted: true, close: now, ...said },
  IssuePaused: { type: 'IssuePaused', reason: 'inReview', resumeAt: now, ...said },
  IssueResumed: { type: 'IssueResumed', dues, nextReply: now, resumedAt: now, supervisionDue: now },
  CallFailed: { type: 'CallFailed', on: '2026-12-01' },
  DisputeReferred: { type: 'DisputeReferred', via: 'call', due: now, ...said },
  DisputeRuled: { type: 'DisputeRuled', redo: dues, ...said },
  AssistanceGiven: { type: 'AssistanceGiven', department: 'innovation', ...said },
  CommonJoined: { type: 'CommonJoined', parent: anotherIssue },
  CommonLeft: { type: 'CommonLeft', parent: anotherIssue, ...said },
  ChildAdopted: { type: 'ChildAdopted', child: anotherIssue },
  ChildReleased: { type: 'ChildReleased', child: anotherIssue },
  ClosureSuggested: { type: 'ClosureSuggested', from: anotherIssue, closure: 'solved' },
  CommonOutcomeRecorded: { type: 'CommonOutcomeRecorded', ruleChanged: true, ...said },
  HandedOver: { type: 'HandedOver', from: 'talent-1', to: 'talent-2' },
  ConfirmationLapsed: { type: 'ConfirmationLapsed', reopenUntil: now },
  RecordArchived: { type: 'RecordArchived', rule: 'office@2020-01-01' },
  PersonalDataErased: { type: 'PersonalDataErased', kinds: ['contact', 'words'], rule: 'office@2020-01-01' },
  IssueArchived: { type: 'IssueArchived' },
  VerificationRecorded: { type: 'VerificationRecorded', what: 'notSeen', on: '2026-12-01' },
  ReviewDueRecorded: { type: 'ReviewDueRecorded', reviewOn: '2026-12-01' },
  ClosureReviewed: { type: 'ClosureReviewed', reviewOn: '2027-03-01', ...said },
  NoteAdded: { type: 'NoteAdded', ...said },
  FileAttached: { type: 'FileAttached', ...usual.attachFile.input },
  FirmLinkIssued: { type: 'FirmLinkIssued', ...usual.issueLink.input },
  FirmLinkRevoked: { type: 'FirmLinkRevoked' },
  NeedRecorded: { type: 'NeedRecorded', need: theNeed, industry: 'C39', size: '小型', ...said },
  ConsultationRecorded: { type: 'ConsultationRecorded', help: ['books'], reviewOn: '2026-12-21', ...said },
  RoundOpened: { type: 'RoundOpened', round: 1, mode: 'parallel' },
  BankShortlisted: { type: 'BankShortlisted', ...ofBank, round: 1, product: 'park-guarantee' },
  ConsentGiven: {
    type: 'ConsentGiven',
    consent: 'C01',
    kind: 'firm',
    bank: 'tiancheng',
    fields: ['identity'],
    capacity: 'authorised',
    via: 'link',
    textVersion: '2026-1',
    expiresOn: '2027-06-01',
    ...said,
  },
  ConsentWithdrawn: {
    type: 'ConsentWithdrawn',
    consent: 'C01',
    kind: 'firm',
    bank: 'tiancheng',
    via: 'link',
  },
  BankInvited: {
    type: 'BankInvited',
    ...ofBank,
    contactDue: now,
    answerDue: now,
    decisionDue: now,
    requestedYuan: 5_000_000,
    consents: ['C01'],
  },
  ReferralOpened: { type: 'ReferralOpened', ...ofBank },
  PacketDisclosed: {
    type: 'PacketDisclosed',
    ...ofBank,
    fields: ['identity'],
    consents: ['C01'],
    packet: 'C01/identity/',
  },
  BankLinkIssued: { type: 'BankLinkIssued', ...ofBank, link: { hash: 'h'.repeat(43), expiresAt: now } },
  BankLinkRevoked: { type: 'BankLinkRevoked', ...ofBank },
  BankContacted: { type: 'BankContacted', ...ofBank },
  ReferralAccepted: { type: 'ReferralAccepted', ...ofBank, source: 'call' },
  PapersAsked: { type: 'PapersAsked', ...ofBank, ...said },
  FirmSurveyed: { type: 'FirmSurveyed', ...ofBank, on: '2026-12-01' },
  ReferralApproved: { type: 'ReferralApproved', ...ofBank, ...theOffer, validUntil: '2026-12-31' },
  ReferralDeclined: {
    type: 'ReferralDeclined',
    ...ofBank,
    code: 'tooYoung',
    next: 'inThreeMonths',
    notBefore: '2027-03-01',
  },
  ReferralLapsed: { type: 'ReferralLapsed', ...ofBank },
  ReferralWithdrawn: { type: 'ReferralWithdrawn', ...ofBank, via: 'link' },
  OfferChosen: { type: 'OfferChosen', ...ofBank, via: 'link' },
  ReferralReleased: { type: 'ReferralReleased', ...ofBank, because: 'moneyArrived' },
  MoneyDrawn: {
    type: 'MoneyDrawn',
    ...ofBank,
    ...theOffer,
    on: '2026-12-01',
    contractOn: '2026-11-30',
  },
  BankOverdueRecorded: { type: 'BankOverdueRecorded', ...ofBank, clock: 'contact', due: now },
  RoundEnded: { type: 'RoundEnded', round: 1, outcome: 'noLoan' },
}
const event = (type: EventType) => ({ ...facts[type], seq: 9, at: now, by: 'somebody' })

const stages = keysOf(stageWords)
const stageAndType = stages.flatMap((stage) => eventTypes.map((type) => [stage, type] as const))

/** Whether some command makes this fact at this stage. */
const fits = (stage: Stage, type: EventType) =>
  commandNames.map(stepOf).some(({ from, makes }) => from.includes(stage) && makes.includes(type))

const misfits = stageAndType.filter(([stage, type]) => !fits(stage, type))

describe('what happened makes the issue what it is', () => {
  it.each(misfits)('at %s, %s does not fit and changes nothing', (stage, type) => {
    const issue = issueAt(stage)
    expect(evolve(issue, event(type))).toEqual(issue)
  })

  it('whatever comes next, the issue stays one that can be stored', () => {
    const types = fc.array(fc.constantFrom(...eventTypes), { maxLength: 30 })
    fc.assert(
      fc.property(types, (happened) => {
        const issue = happened.map(event).reduce<Issue>(evolve, issueAfter(aLoggedIssue()))
        expect(Issue.parse(issue)).toStrictEqual(issue)
      }),
    )
  })

  it('is not changed by looking at it twice: neither issue nor event is touched', () => {
    const issue = Object.freeze(issueAt('handling'))
    const fact = Object.freeze(event('ReplyRecorded'))
    expect(evolve(issue, fact)).toEqual(evolve(issue, fact))
    expect(issue).toEqual(issueAt('handling'))
  })

  it('is nothing while nothing has happened', () => {
    expect(replay([])).toBeUndefined()
  })

  it('begins with logging: a stream that begins otherwise is broken', () => {
    expect(() => replay([event('AssignmentAccepted')])).toThrow('begins with IssueLogged')
  })

  it('keeps contact, tags, need and files from stage to stage', () => {
    const tags = ['园区']
    const need = { headcount: 20 }
    const [first, ...rest] = aClosedIssue()
    const events = [{ ...first, tags, need } as (typeof rest)[number], event('FileAttached'), ...rest]
    expect(replay(events)).toMatchObject({
      stage: 'closed',
      contact: { name: '吴经理' },
      tags,
      need,
      files: [usual.attachFile.input.file],
    })
  })

  it('counts history as closed and as never handled here', () => {
    const issue = issueAfter(aHistoricIssue())
    expect(issue).toMatchObject({ stage: 'closed', history: true })
    expect(issue).not.toHaveProperty('assignment')
    expect(issue).not.toHaveProperty('work')
  })
})
