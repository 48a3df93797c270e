import { describe, expect, it } from 'vitest'
import { type CommandName, commandNames } from '../../core/issue/commands.ts'
import { canGive } from '../../core/issue/decide/can-give.ts'
import { eventTypes } from '../../core/issue/events.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { lifecycle, stepOf } from '../../core/lifecycle.ts'
import { endStages, keysOf, type Stage, stageWords } from '../../core/words.ts'
import { issueAt } from './an-issue.ts'
import { people } from './office.ts'

const stages = keysOf(stageWords)
const steps = commandNames.map((name) => ({ name, ...stepOf(name) }))
const starts = (name: CommandName): readonly Stage[] => {
  const { from } = stepOf(name)
  return from === 'nothing' ? [] : from
}

/** Every way from one stage to another that the table knows. */
const ways = steps.flatMap(({ name, to }) =>
  starts(name).flatMap((from) => (to ?? []).map((next) => ({ from, next }))),
)

const reachable = () => {
  const found = new Set<Stage>(stepOf('logIssue').to)
  for (const _ of stages) for (const { from, next } of ways) if (found.has(from)) found.add(next)
  return found
}

/** Whether anybody at all may give a command on an issue at this stage. */
const someoneMay = (name: CommandName, issue: Issue | undefined) =>
  Object.values(people).some((person) => canGive(name, issue, person) === true)

describe('the lifecycle', () => {
  it('reaches every stage from logging', () => {
    expect(stages.filter((stage) => !reachable().has(stage))).toEqual([])
  })

  it.each(stages.filter((stage) => !(endStages as readonly Stage[]).includes(stage)))(
    'has a way out of %s',
    (stage) => {
      expect(ways.some(({ from, next }) => from === stage && next !== stage)).toBe(true)
    },
  )

  it.each(endStages)(
    'ends at %s: what starts there is only what becomes of the record in the end',
    (stage) => {
      const begun = commandNames.filter((name) => starts(name).includes(stage))
      expect(begun).toEqual(['archiveRecord', 'erasePersonalData'])
    },
  )

  it.each(eventTypes)('has a command that makes %s', (type) => {
    expect(steps.some(({ makes }) => makes.includes(type))).toBe(true)
  })

  it('has a way from every open stage to closed', () => {
    const leads = new Set<Stage>(['closed'])
    for (const _ of stages) for (const { from, next } of ways) if (leads.has(next)) leads.add(from)
    expect(stages.filter((stage) => !leads.has(stage))).toEqual([...endStages])
  })

  it('leaves what the clock does to the system, and nothing else', () => {
    const clocks = steps.filter(({ door }) => door === 'clock').map(({ name }) => name)
    const bySystem = steps.filter(({ who }) => who.includes('system')).map(({ name }) => name)
    expect(bySystem.filter((name) => name !== 'resumeIssue')).toEqual(clocks)
  })

  it('lets people resume what they have paused, and the system when they do not', () => {
    expect(stepOf('resumeIssue')).toMatchObject({ door: 'portal', who: ['handler', 'dispatcher', 'system'] })
  })

  it('has a name of its own in Chinese for every command', () => {
    expect(new Set(Object.values(lifecycle).map(({ zh }) => zh)).size).toBe(commandNames.length)
  })
})

/** Written by hand from the office's rules, so that a slip in the table of the code shows. */
const stagesOfCommands = `
                   (new)  logged  assigned  handling  confirming  closed  declined  withdrawn  merged
logIssue           yes    -       -         -         -           -       -         -          -
routeIssue         -      yes     -         -         -           -       -         -          -
routeByRules       -      yes     -         -         -           -       -         -          -
acceptAssignment   -      -       yes       -         -           -       -         -          -
returnAssignment   -      -       yes       -         -           -       -         -          -
transferIssue      -      -       yes       yes       -           -       -         -          -
recordContact      -      -       yes       yes       -           -       -         -          -
recordReply        -      -       -         yes       -           -       -         -          -
proposeClosure     -      -       -         yes       -           -       -         -          -
confirmClosure     -      -       -         -         yes         -       -         -          -
disputeClosure     -      -       -         -         yes         yes     -         -          -
reopenIssue        -      -       -         -         -           yes     -         -          -
withdrawIssue      -      yes     yes       yes       yes         -       -         -          -
declineIssue       -      yes     -         -         -           -       -         -          -
mergeIssue         -      yes     yes       yes       -           -       -         -          -
absorbMerged       -      yes     yes       yes       yes         yes     -         -          -
recordOverdue      -      yes     yes       yes       yes         -       -         -          -
recomputeDues      -      yes     yes       yes       yes         yes     -         -          -
recordAssistance   -      -       yes       yes       -           -       -         -          -
joinCommon         -      yes     yes       yes       -           -       -         -          -
leaveCommon        -      yes     yes       yes       yes         -       -         -          -
adoptChild         -      yes     yes       yes       yes         yes     -         -          -
releaseChild       -      yes     yes       yes       yes         yes     -         -          -
suggestClosure     -      -       yes       yes       -           -       -         -          -
recordCommonOutcome -     -       yes       yes       yes         yes     -         -          -
handOver           -      -       -         yes       yes         -       -         -          -
askExtension       -      -       -         yes       -           -       -         -          -
decideExtension    -      -       -         yes       -           -       -         -          -
pauseIssue         -      -       -         yes       -           -       -         -          -
resumeIssue        -      -       -         yes       -           -       -         -          -
decideSupervision  -      -       yes       yes       -           -       -         -          -
recordFailedCall   -      -       -         -         yes         -       -         -          -
ruleOnDispute      -      -       -         -         yes         -       -         -          -
lapseConfirmation  -      -       -         -         yes         -       -         -          -
archiveIssue       -      -       -         -         -           yes     -         -          -
recordVerification -      -       -         -         -           yes     -         -          -
addNote            -      yes     yes       yes       yes         yes     -         -          -
attachFile         -      yes     yes       yes       yes         yes     -         -          -
issueLink          -      yes     yes       yes       yes         yes     -         -          -
revokeLink         -      yes     yes       yes       yes         yes     -         -          -
recordNeed         -      -       -         yes       -           -       -         -          -
recordConsultation -      -       -         yes       -           -       -         -          -
openRound          -      -       -         yes       -           -       -         -          -
giveConsent        -      -       yes       yes       yes         -       -         -          -
withdrawConsent    -      -       yes       yes       yes         yes     -         -          -
inviteBanks        -      -       yes       yes       -           -       -         -          -
advanceRound       -      -       yes       yes       yes         yes     -         -          -
issueBankLink      -      -       yes       yes       -           -       -         -          -
revokeBankLink     -      -       yes       yes       yes         -       -         -          -
handOutReplySheet  -      -       yes       yes       -           -       -         -          -
readReferral       -      -       -         -         -           -       -         -          -
recordBankContact  -      -       yes       yes       -           -       -         -          -
acceptReferral     -      -       yes       yes       -           -       -         -          -
askPapers          -      -       yes       yes       -           -       -         -          -
recordSurvey       -      -       yes       yes       -           -       -         -          -
approveReferral    -      -       yes       yes       -           -       -         -          -
declineReferral    -      -       yes       yes       yes         yes     -         -          -
recordDrawdown     -      -       yes       yes       yes         yes     -         -          -
chooseOffer        -      -       yes       yes       -           -       -         -          -
withdrawReferral   -      -       yes       yes       yes         yes     -         -          -
lapseReferral      -      -       yes       yes       -           -       -         -          -
referAgain         -      -       -         yes       -           -       -         -          -
addPost            -      yes     yes       yes       -           -       -         -          -
changePost         -      yes     yes       yes       -           -       -         -          -
cancelPost         -      yes     yes       yes       -           -       -         -          -
recordHelp         -      -       yes       yes       -           -       -         -          -
joinFair           -      yes     yes       yes       yes         yes     -         -          -
recordFunnel       -      -       yes       yes       -           -       -         -          -
correctFunnel      -      -       yes       yes       -           -       -         -          -
acceptPart         -      -       -         yes       -           -       -         -          -
askForStay         -      -       -         -         -           yes     -         -          -
recordStay         -      -       -         -         -           yes     -         -          -
recordPrecheck     -      yes     yes       yes       -           -       -         -          -
checkPapers        -      yes     yes       yes       -           -       -         -          -
recordRefundStep   -      -       -         yes       yes         yes     -         -          -
correctRefundStep  -      -       -         yes       yes         yes     -         -          -
recordReviewDue    -      -       -         -         -           yes     -         -          -
reviewClosure      -      -       -         -         -           yes     -         -          -
archiveRecord      -      -       -         -         -           yes     yes       yes        yes
erasePersonalData  -      -       -         -         -           yes     yes       yes        yes
`
const [, ...handWritten] = stagesOfCommands.trim().split('\n')

describe('a command may be given', () => {
  it('only if it stands in the table of this test', () => {
    expect(handWritten.map((row) => row.split(/\s+/)[0])).toEqual(commandNames)
  })

  it.each(handWritten.map((row) => row.split(/\s+/)))(
    '%s: at these stages and no other',
    (name, ...cells) => {
      const command = name as CommandName
      const category = stepOf(command).only ?? 'hiring'
      const issues = [undefined, ...stages.map((stage) => ({ ...issueAt(stage), category }))]
      expect(issues.map((issue) => (someoneMay(command, issue) ? 'yes' : '-'))).toEqual(cells)
    },
  )

  it.each(['assigned', 'confirming', 'closed'] as const)(
    'and at %s the refusal says at which stages it could be',
    (stage) => {
      expect(canGive('recordReply', issueAt(stage), people.handler)).toMatchObject({
        refused: 'wrongStage',
        detail: `“阶段答复”可在办理中时办理，这件诉求现为“${stageWords[stage].zh}”。`,
        about: { stage },
      })
    },
  )

  it('only on an issue that there is', () => {
    expect(canGive('acceptAssignment', undefined, people.handler)).toMatchObject({ refused: 'unknownIssue' })
  })
})
