import { describe, expect, it } from 'vitest'
import { type CommandName, commandNames } from '../../core/issue/commands.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { lifecycle } from '../../core/lifecycle.ts'
import { allowedByAny, handlesIt, mayRead } from '../../core/permission.ts'
import type { Refusal } from '../../core/refusal.ts'
import { anIssueInHand, aReturnedIssue, issueAfter } from './an-issue.ts'
import { type Person, people } from './office.ts'

/** An issue that team 1 logged, in the hands of the talent department, with the innovation department assisting. */
const issue = issueAfter(anIssueInHand())

const marks = {
  notAllowed: '-',
  notYourUnit: 'unit',
  mustBeOutside: 'outside',
  unknownReferral: 'unsent',
} as Record<string, string>
const mark = (answer: true | Refusal) => (answer === true ? 'yes' : marks[answer.refused])

const columnsOf = (table: string) => {
  const [header = '', ...rows] = table.trim().split('\n')
  return {
    columns: header.trim().split(/\s+/) as Person[],
    rows: rows.map((row) => row.trim().split(/\s+/)),
  }
}

/** `yes`, or why not: `-` not this role, `unit` not this unit's issue, `outside` only from outside the department; `unsent` no referral to this bank. */
const staff = columnsOf(`
                   official teammate otherOfficial dispatcher dispatcherInHand manager
logIssue           yes      yes      yes           yes        yes              -
routeIssue         -        -        -             yes        yes              yes
routeByRules       -        -        -             -          -                -
acceptAssignment   -        -        -             -          yes              -
returnAssignment   -        -        -             -          yes              -
transferIssue      -        -        -             yes        yes              yes
recordContact      -        -        -             -          yes              -
recordReply        -        -        -             -          yes              -
proposeClosure     -        -        -             -          yes              -
confirmClosure     yes      yes      unit          yes        outside          yes
disputeClosure     yes      yes      unit          yes        outside          yes
reopenIssue        -        -        -             yes        yes              yes
withdrawIssue      yes      yes      unit          yes        yes              -
declineIssue       -        -        -             yes        yes              yes
mergeIssue         -        -        -             yes        yes              yes
absorbMerged       -        -        -             -          -                -
recordOverdue      -        -        -             -          -                -
recomputeDues      -        -        -             -          -                -
recordAssistance   -        -        -             -          -                -
joinCommon         -        -        -             yes        yes              yes
leaveCommon        -        -        -             yes        yes              yes
adoptChild         -        -        -             -          -                -
releaseChild       -        -        -             -          -                -
suggestClosure     -        -        -             -          -                -
recordCommonOutcome -       -        -             yes        yes              yes
handOver           -        -        -             yes        yes              yes
askExtension       -        -        -             -          yes              -
decideExtension    -        -        -             yes        yes              yes
pauseIssue         -        -        -             yes        yes              -
resumeIssue        -        -        -             yes        yes              -
decideSupervision  -        -        -             -          -                yes
recordFailedCall   yes      yes      unit          yes        outside          yes
ruleOnDispute      -        -        -             -          -                yes
lapseConfirmation  -        -        -             -          -                -
archiveIssue       -        -        -             -          -                -
recordVerification yes      yes      unit          yes        yes              -
addNote            yes      yes      unit          yes        yes              yes
attachFile         yes      yes      unit          yes        yes              -
issueLink          yes      yes      unit          yes        outside          yes
revokeLink         yes      yes      unit          yes        outside          yes
recordNeed         -        -        -             -          yes              -
recordConsultation -        -        -             -          yes              -
openRound          -        -        -             -          yes              -
giveConsent        -        -        -             -          yes              -
withdrawConsent    -        -        -             -          yes              -
inviteBanks        -        -        -             -          yes              -
advanceRound       -        -        -             -          -                -
issueBankLink      -        -        -             -          yes              -
revokeBankLink     -        -        -             -          yes              -
handOutReplySheet  -        -        -             -          yes              -
readReferral       -        -        -             -          -                -
recordBankContact  -        -        -             -          yes              -
acceptReferral     -        -        -             -          yes              -
askPapers          -        -        -             -          yes              -
recordSurvey       -        -        -             -          yes              -
approveReferral    -        -        -             -          yes              -
declineReferral    -        -        -             -          yes              -
recordDrawdown     -        -        -             -          yes              -
chooseOffer        -        -        -             -          yes              -
withdrawReferral   -        -        -             -          yes              -
lapseReferral      -        -        -             -          yes              -
referAgain         -        -        -             -          yes              -
addPost            yes      yes      unit          yes        yes              -
changePost         yes      yes      unit          yes        yes              -
cancelPost         yes      yes      unit          yes        yes              -
recordHelp         yes      yes      unit          yes        yes              -
joinFair           -        -        -             -          -                -
recordFunnel       yes      yes      unit          yes        yes              -
correctFunnel      yes      yes      unit          yes        yes              -
acceptPart         yes      yes      unit          yes        yes              -
askForStay         -        -        -             -          -                -
recordStay         yes      yes      unit          yes        yes              -
recordPrecheck     yes      yes      unit          yes        yes              -
checkPapers        yes      yes      unit          yes        yes              -
recordRefundStep   yes      yes      unit          yes        yes              -
correctRefundStep  yes      yes      unit          yes        yes              -
recordReviewDue    -        -        -             -          -                -
reviewClosure      -        -        -             yes        yes              yes
archiveRecord      -        -        -             -          -                -
erasePersonalData  -        -        -             -          -                -
`)
const others = columnsOf(`
                   handler assisting otherHandler firm otherFirm banker auditor admin system
logIssue           -       -         -            -    -         -      -       -     -
routeIssue         -       -         -            -    -         -      -       -     -
routeByRules       -       -         -            -    -         -      -       -     yes
acceptAssignment   yes     unit      unit         -    -         -      -       -     -
returnAssignment   yes     unit      unit         -    -         -      -       -     -
transferIssue      -       -         -            -    -         -      -       -     -
recordContact      yes     yes       unit         -    -         -      -       -     -
recordReply        yes     unit      unit         -    -         -      -       -     -
proposeClosure     yes     unit      unit         -    -         -      -       -     -
confirmClosure     outside outside   outside      yes  unit      -      -       -     -
disputeClosure     outside outside   outside      yes  unit      -      -       -     -
reopenIssue        -       -         -            -    -         -      -       -     -
withdrawIssue      -       -         -            yes  unit      -      -       -     -
declineIssue       -       -         -            -    -         -      -       -     -
mergeIssue         -       -         -            -    -         -      -       -     -
absorbMerged       -       -         -            -    -         -      -       -     yes
recordOverdue      -       -         -            -    -         -      -       -     yes
recomputeDues      -       -         -            -    -         -      -       -     yes
recordAssistance   unit    yes       unit         -    -         -      -       -     -
joinCommon         -       -         -            -    -         -      -       -     -
leaveCommon        -       -         -            -    -         -      -       -     -
adoptChild         -       -         -            -    -         -      -       -     yes
releaseChild       -       -         -            -    -         -      -       -     yes
suggestClosure     -       -         -            -    -         -      -       -     yes
recordCommonOutcome yes    unit      unit         -    -         -      -       -     -
handOver           yes     unit      unit         -    -         -      -       -     -
askExtension       yes     unit      unit         -    -         -      -       -     -
decideExtension    -       -         -            -    -         -      -       -     -
pauseIssue         yes     unit      unit         -    -         -      -       -     -
resumeIssue        yes     unit      unit         -    -         -      -       -     yes
decideSupervision  -       -         -            -    -         -      -       -     -
recordFailedCall   outside outside   outside      -    -         -      -       -     -
ruleOnDispute      -       -         -            -    -         -      -       -     -
lapseConfirmation  -       -         -            -    -         -      -       -     yes
archiveIssue       -       -         -            -    -         -      -       -     yes
recordVerification yes     unit      unit         -    -         -      -       -     -
addNote            yes     yes       unit         -    -         -      -       -     -
attachFile         yes     yes       unit         -    -         -      -       -     -
issueLink          outside outside   outside      -    -         -      -       -     -
revokeLink         outside outside   outside      -    -         -      -       -     -
recordNeed         yes     unit      unit         -    -         -      -       -     -
recordConsultation yes     unit      unit         -    -         -      -       -     -
openRound          yes     unit      unit         -    -         -      -       -     -
giveConsent        yes     unit      unit         yes  unit      -      -       -     -
withdrawConsent    yes     unit      unit         yes  unit      -      -       -     -
inviteBanks        yes     unit      unit         -    -         -      -       -     -
advanceRound       -       -         -            -    -         -      -       -     yes
issueBankLink      yes     unit      unit         -    -         -      -       -     -
revokeBankLink     yes     unit      unit         -    -         -      -       -     -
handOutReplySheet  yes     unit      unit         -    -         -      -       -     -
readReferral       -       -         -            -    -         unsent -       -     -
recordBankContact  yes     unit      unit         -    -         unsent -       -     -
acceptReferral     yes     unit      unit         -    -         unsent -       -     -
askPapers          yes     unit      unit         -    -         unsent -       -     -
recordSurvey       yes     unit      unit         -    -         unsent -       -     -
approveReferral    yes     unit      unit         -    -         unsent -       -     -
declineReferral    yes     unit      unit         -    -         unsent -       -     -
recordDrawdown     yes     unit      unit         -    -         unsent -       -     -
chooseOffer        yes     unit      unit         yes  unit      -      -       -     -
withdrawReferral   yes     unit      unit         yes  unit      -      -       -     -
lapseReferral      yes     unit      unit         -    -         -      -       -     -
referAgain         yes     unit      unit         -    -         -      -       -     -
addPost            yes     yes       unit         -    -         -      -       -     -
changePost         yes     yes       unit         -    -         -      -       -     -
cancelPost         yes     yes       unit         -    -         -      -       -     -
recordHelp         yes     yes       unit         -    -         -      -       -     -
joinFair           -       -         -            -    -         -      -       -     yes
recordFunnel       yes     yes       unit         -    -         -      -       -     -
correctFunnel      yes     yes       unit         -    -         -      -       -     -
acceptPart         yes     yes       unit         -    -         -      -       -     -
askForStay         -       -         -            -    -         -      -       -     yes
recordStay         yes     unit      unit         -    -         -      -       -     -
recordPrecheck     yes     yes       unit         -    -         -      -       -     -
checkPapers        yes     yes       unit         -    -         -      -       -     -
recordRefundStep   yes     yes       unit         -    -         -      -       -     -
correctRefundStep  yes     yes       unit         -    -         -      -       -     -
recordReviewDue    -       -         -            -    -         -      -       -     yes
reviewClosure      yes     unit      unit         -    -         -      -       -     -
archiveRecord      -       -         -            -    -         -      -       -     yes
erasePersonalData  -       -         -            -    -         -      -       -     yes
`)

describe.each([
  ['in the office', staff],
  ['in the departments and outside', others],
])('who may, %s', (_, { columns, rows }) => {
  it('is written down here for every command', () => {
    expect(rows.map(([name]) => name)).toEqual(commandNames)
  })

  it.each(rows)('%s', (name = '', ...cells) => {
    const command = name as CommandName
    const about = command === 'logIssue' ? undefined : issue
    const answers = columns.map((column) => mark(allowedByAny(lifecycle[command].who, people[column], about)))
    expect(answers).toEqual(cells)
  })
})

it('who may is decided for every person of the office', () => {
  expect([...staff.columns, ...others.columns].toSorted()).toEqual(Object.keys(people).toSorted())
})

const thoseWho = (may: (person: (typeof people)[Person], issue: Issue) => boolean) =>
  (Object.keys(people) as Person[]).filter((person) => may(people[person], issue))

describe('an issue', () => {
  it('is read by those who have to do with it, by managers and auditors, and by no banker or administrator', () => {
    expect(thoseWho((person) => mayRead(person, issue) === true)).toEqual([
      'official',
      'teammate',
      'dispatcher',
      'dispatcherInHand',
      'handler',
      'assisting',
      'manager',
      'auditor',
      'firm',
      'system',
    ])
  })

  it('shows names and phone numbers in full only to those who handle it', () => {
    expect(thoseWho(handlesIt)).toEqual([
      'official',
      'teammate',
      'dispatcher',
      'dispatcherInHand',
      'handler',
      'assisting',
      'firm',
    ])
  })

  it('is no longer read by a department that has returned it', () => {
    expect(mayRead(people.handler, issueAfter(aReturnedIssue()))).toMatchObject({ refused: 'notYourUnit' })
  })

  it('stays readable for its logger who has changed teams', () => {
    expect(mayRead({ ...people.official, team: 'team-5' }, issue)).toBe(true)
  })

  it('is not handled by people without a unit, not even before it is assigned to anybody', () => {
    const nobodys = { ...people.handler, department: undefined }
    expect(mayRead(nobodys, issueAfter(aReturnedIssue()))).toMatchObject({ refused: 'notYourUnit' })
  })

  it('is not heard by officials without a team when it names no team', () => {
    const { team: _, ...source } = issue.source
    const alone = { ...people.otherOfficial, team: undefined }
    expect(mayRead(alone, { ...issue, source })).toMatchObject({ refused: 'notYourUnit' })
  })
})
