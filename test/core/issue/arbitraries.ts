import fc from 'fast-check'
import type { CommandInput } from '../../../core/issue/commands.ts'
import { type Command, type CommandName, commandInputs, commandNames } from '../../../core/issue/commands.ts'
import { referralSteps } from '../../../core/lifecycle/referral.ts'
import { stepOf } from '../../../core/lifecycle.ts'
import { at, type Person, people, reference, theIssue } from '../office.ts'
import { command, usual } from '../usual.ts'

type Variants = { [C in CommandName]?: readonly Partial<CommandInput<C>>[] }

/** Other inputs than the usual ones, good and bad. */
const variants: Variants = {
  logIssue: [
    { urgency: 'urgent', tags: ['园区'], contact: { name: '吴经理' }, need: { headcount: 20 } },
    { category: 'other', content: '不动产权证办理缺资料' },
    { category: 'financing', content: '流动资金紧张，需贷款500万元。', need: { amountYuan: 5_000_000 } },
    { category: 'policy', content: '高层次人才安家补贴', ledgerDepartment: '园区建设服务局' },
    { posts: [{ title: '数控车工', headcount: 20, kind: 'full' }] },
    { category: 'taxRefund', content: '留抵退税' },
    { category: 'taxRefund', content: '留抵退税', urgency: 'urgent' },
    { history: { closedOn: '2026-04-22' }, progress: '已办结' },
    { history: {}, repeatOf: theIssue, source: { kind: 'forum', on: '2026-03-11', team: 'team-1' } },
  ],
  routeIssue: [
    ...reference.department.map(({ id }) => ({ department: id, assisting: ['tax', 'innovation'] })),
    { department: 'moon' },
    { complexity: 'question', text: '请尽快' },
  ],
  transferIssue: reference.department.map(({ id }) => ({ department: id, text: '职责所在' })),
  recordReply: [{ nextReplyOn: '2026-12-31' }, { nextReplyOn: '2026-11-30' }, { nextReplyOn: '2027-10-02' }],
  proposeClosure: [
    { closure: 'explained' },
    { closure: 'partly' },
    { closure: 'notYet' },
    { closure: 'notYet', reviewOn: '2027-06-01' },
  ],
  confirmClosure: [{ via: 'link' }, { result: 'partly', satisfaction: undefined, text: '还差两人' }],
  disputeClosure: [{ via: 'link' }, { satisfaction: undefined }],
  mergeIssue: [{ into: theIssue }, { text: '同一件事' }],
  askExtension: [{ until: '2026-12-01' }, { until: '2027-01-29' }, { until: '2027-06-01' }],
  decideExtension: [{ granted: false }, { until: '2027-02-01' }, { until: '2027-10-02' }],
  pauseIssue: [
    { reason: 'awaitingSuperior', resumeOn: '2027-01-08' },
    { reason: 'inReview', resumeOn: '2027-10-02' },
  ],
  decideSupervision: [{ opened: false, dueOn: undefined }, { dueOn: undefined }, { dueOn: '2027-02-01' }],
  ruleOnDispute: [{ redo: true }],
  suggestClosure: [{ closure: 'explained' }],
  handOver: [{ to: 'nobody' }],
  recordNeed: [{ amountYuan: undefined }, { criteria: {} }],
  openRound: [
    { mode: 'lead', banks: [{ bank: 'tiancheng' }, { bank: 'hanan' }] },
    { banks: [{ bank: 'tiancheng' }, { bank: 'tuojiang' }, { bank: 'daqian' }] },
    { banks: [{ bank: 'moon' }] },
  ],
  giveConsent: [
    { bank: 'tuojiang' },
    { kind: 'contact', fields: ['contactPhone'], capacity: 'self' },
    { via: 'signedForm', file: 'F1' },
  ],
  inviteBanks: [{ anonymously: true }],
  declineReferral: [{ code: 'tooYoung' }],
  approveReferral: [{ validUntil: '2026-12-31' }],
  chooseOffer: [{ via: 'call' }, { referral: 'R02' }],
  referAgain: [{ bank: 'tiancheng' }, { after: 'R02' }],
  addPost: [
    { title: '质检员', headcount: 3, wageFromYuan: 5000, wageToYuan: 4000 },
    { title: '厨师', headcount: 1 },
  ],
  changePost: [{ headcount: 1, wageFromYuan: 4000, wageToYuan: 5000 }, { post: 'P9' }],
  recordHelp: [
    { kind: 'fair', fair: 'F20261121-4C5D6' },
    { kind: 'agency', post: 'P1' },
  ],
  recordFunnel: [
    { introduced: 30, interviewed: 12, intended: 9, arrived: 4 },
    { confirmed: 20, posted: 20 },
  ],
  correctFunnel: [{ arrived: 0 }, { post: 'P2' }],
  recordStay: [
    { on: '2026-12-23', counts: [{ post: 'P1', people: 3 }] },
    { on: '2026-12-23', counts: [{ post: 'P1', people: 0 }] },
  ],
  checkPapers: [{ ready: ['form', 'form', 'vatReturn'] }],
  recordRefundStep: [
    { step: 'accepted', amountYuan: undefined },
    { step: 'suspended', amountYuan: undefined },
    { step: 'cleared', amountYuan: undefined },
    { step: 'granted', amountYuan: 400_000 },
    { step: 'arrived', amountYuan: 400_000 },
    { step: 'refused', amountYuan: undefined },
  ],
  correctRefundStep: [
    { step: 'accepted', amountYuan: undefined },
    { step: 'arrived', on: '2026-11-20' },
  ],
  absorbMerged: [{ from: '20261119-3C6D8' }],
  recordVerification: [
    { what: 'notSeen', headcount: undefined },
    { amountYuan: 300_000 },
    { on: '2030-01-01' },
  ],
}

const commandsNamed = <C extends CommandName>(name: C): Command[] =>
  [{}, ...(variants[name] ?? [])].map((changed) => {
    const { input } = command(name, changed as Partial<CommandInput<C>>)
    return { name, input: commandInputs[name].parse(input) } as Command
  })

const ends: readonly CommandName[] = ['withdrawIssue', 'declineIssue', 'mergeIssue']
const onward: readonly CommandName[] = ['routeIssue', 'acceptAssignment', 'proposeClosure', 'confirmClosure']
const weightOf = (name: CommandName) =>
  ends.includes(name) || name in referralSteps || stepOf(name).only ? 1 : onward.includes(name) ? 24 : 6

/** These wait for another one before them, and would hardly ever fit. */
const deep: readonly CommandName[] = [
  'askExtension',
  'decideExtension',
  'handOver',
  'disputeClosure',
  'ruleOnDispute',
  'recordFailedCall',
]
/** A ruling waits for two disputes, with a closing before each. */
const deepest: readonly CommandName[] = ['disputeClosure', 'ruleOnDispute', 'reviewClosure']

/** Every command that leaves the story going on. */
export const goingOn: readonly Command[] = commandNames
  .filter((name) => !ends.includes(name) && !(name in referralSteps))
  .flatMap((name) => Array<CommandName>(deepest.includes(name) ? 15 : deep.includes(name) ? 5 : 1).fill(name))
  .flatMap((name) => commandsNamed(name))

/** Commands as the edge lets them through: parsed. Most stories are to go on, and few to end early. */
const commands: fc.Arbitrary<Command> = fc.oneof(
  ...commandNames.map((name) => ({
    weight: weightOf(name),
    arbitrary: fc.constantFrom(...commandsNamed(name)),
  })),
)

/** Everyone of the office, and a handler of every department. */
export const everyone = [
  ...Object.values(people),
  ...reference.department.map(({ id }) => ({
    id: `${id}-9`,
    name: id,
    role: 'handler' as const,
    department: id,
  })),
]

export const start = at('2026-11-23', '09:30')

/** How long until something happens: at once, within the day, over a weekend, past the deadlines, past everything. */
const waits = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 60, 3600) },
  { weight: 2, arbitrary: fc.constantFrom(5 * 3600, 86_400, 3 * 86_400) },
  { weight: 1, arbitrary: fc.constantFrom(8 * 86_400, 70 * 86_400) },
)

export type Happening =
  | { kind: 'command'; command: Command; by: Person | 'whoever may'; wait: number }
  /** One of those that fit the stage, so that stories go far. */
  | { kind: 'possible'; pick: number; wait: number }
  | { kind: 'time' }

const given = fc.record({
  kind: fc.constant('command' as const),
  command: commands,
  by: fc.oneof(
    { weight: 4, arbitrary: fc.constant('whoever may' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(people) as Person[])) },
  ),
  wait: waits,
})

const possible = fc.record({ kind: fc.constant('possible' as const), pick: fc.nat(10_000), wait: waits })

const plainly = <C extends CommandName>(name: C, changed: Partial<CommandInput<C>> = {}): Happening => ({
  kind: 'command',
  command: { name, input: commandInputs[name].parse(command(name, changed).input) } as Command,
  by: 'whoever may',
  wait: 60,
})
const time: Happening = { kind: 'time' }
const yearsLater = (name: 'archiveRecord' | 'erasePersonalData', years: number): Happening => {
  const happening = plainly(name)
  return happening.kind === 'time' ? happening : { ...happening, wait: years * 366 * 86_400 }
}

/** What chance seldom brings about: what years bring, a second dispute, people counted after thirty days, a refund that goes its way. */
export const rareStories: readonly Happening[][] = [
  [
    plainly('logIssue'),
    plainly('withdrawIssue'),
    yearsLater('archiveRecord', 1),
    yearsLater('erasePersonalData', 5),
  ],
  [
    plainly('logIssue'),
    plainly('routeIssue'),
    plainly('acceptAssignment'),
    plainly('proposeClosure'),
    plainly('confirmClosure'),
    plainly('reopenIssue'),
  ],
  [
    plainly('logIssue'),
    plainly('routeIssue'),
    plainly('acceptAssignment'),
    plainly('proposeClosure'),
    plainly('disputeClosure'),
    plainly('proposeClosure'),
    plainly('disputeClosure'),
    plainly('ruleOnDispute'),
  ],
  [
    plainly('logIssue', { posts: [{ title: '数控车工', headcount: 20, kind: 'full' }] }),
    plainly('routeIssue'),
    plainly('acceptAssignment'),
    plainly('recordFunnel'),
    plainly('proposeClosure'),
    plainly('confirmClosure'),
    time,
    plainly('recordStay', { on: '2026-12-23' }),
  ],
  [
    plainly('logIssue', { category: 'taxRefund', content: '留抵退税' }),
    plainly('routeIssue'),
    plainly('acceptAssignment'),
    plainly('recordPrecheck'),
    plainly('checkPapers'),
    plainly('recordRefundStep'),
    plainly('correctRefundStep'),
  ],
]

/** What happens to one issue over months: it is logged, commands right and wrong come, and time passes. */
export const happenings: fc.Arbitrary<Happening[]> = fc
  .tuple(
    fc.constantFrom(...commandsNamed('logIssue')),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: given },
        { weight: 3, arbitrary: possible },
        { weight: 1, arbitrary: fc.constant({ kind: 'time' as const }) },
      ),
      { minLength: 10, maxLength: 50 },
    ),
  )
  .map(([first, rest]) => [{ kind: 'command', command: first, by: usual.logIssue.by, wait: 0 }, ...rest])
