import * as z from 'zod'
import { FileId } from '../referral/parts.ts'
import { CalendarDate, IssueId, text, UnitId, Yuan } from '../scalars.ts'
import {
  categoryWords,
  closureTypeWords,
  complexityWords,
  confirmedViaWords,
  contactChannelWords,
  declineGroundWords,
  keysOf,
  pauseReasonWords,
  returnReasonWords,
  satisfactionWords,
  urgencyWords,
  verificationWords,
} from '../words.ts'
import { hiringInputs } from './commands/hiring.ts'
import { referralCommands } from './commands/referral.ts'
import { refundInputs } from './commands/refund.ts'
import { retentionInputs } from './commands/retention.ts'
import { reviewCommands } from './commands/review.ts'
import { mostPosts, PostFacts } from './hiring.ts'
import { Contact, FileMark, FirmLink, IssueFirm, Need, Source } from './parts.ts'

const said = text(4000)
const routed = {
  department: UnitId,
  assisting: z.array(UnitId).max(5).optional(),
  complexity: z.enum(keysOf(complexityWords)).optional(),
  text: said.optional(),
}

export const LogIssue = z.strictObject({
  firm: IssueFirm,
  contact: Contact.optional(),
  category: z.enum(keysOf(categoryWords)),
  content: text(2000),
  urgency: z.enum(keysOf(urgencyWords)).default('ordinary'),
  tags: z.array(text(20)).max(20).optional(),
  need: Need.optional(),
  /** Of an issue of hiring, where they are known when it is logged. */
  posts: z.array(PostFacts).max(mostPosts).optional(),
  source: Source.default({ kind: 'visit' }),
  repeatOf: IssueId.optional(),
  ledgerDepartment: text(60).optional(),
  progress: text(2000).optional(),
  history: z.strictObject({ closedOn: CalendarDate.optional() }).optional(),
})

/** What each command takes. Unknown fields are refused, so that nothing that was sent is silently dropped. */
export const commandInputs = {
  logIssue: LogIssue,
  routeIssue: z.strictObject(routed),
  routeByRules: z.strictObject({}),
  acceptAssignment: z.strictObject({}),
  returnAssignment: z.strictObject({ reason: z.enum(keysOf(returnReasonWords)), text: said }),
  transferIssue: z.strictObject(routed),
  recordContact: z.strictObject({ channel: z.enum(keysOf(contactChannelWords)), text: said.optional() }),
  recordReply: z.strictObject({ text: said, nextReplyOn: CalendarDate.optional() }),
  proposeClosure: z.strictObject({
    closure: z.enum(keysOf(closureTypeWords)).exclude(['recorded']),
    text: said,
    reviewOn: CalendarDate.optional(),
    cited: z.array(UnitId).min(1).max(10).optional(),
    citedElse: text(200).optional(),
  }),
  confirmClosure: z.strictObject({
    result: z.enum(['solved', 'partly']),
    via: z.enum(keysOf(confirmedViaWords)),
    /** The signed form among the issue's files, where that is how the firm spoke. */
    file: FileId.optional(),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    text: said.optional(),
  }),
  disputeClosure: z.strictObject({
    via: z.enum(keysOf(confirmedViaWords)),
    /** The signed form among the issue's files, where that is how the firm spoke. */
    file: FileId.optional(),
    satisfaction: z.enum(keysOf(satisfactionWords)).optional(),
    text: said,
  }),
  reopenIssue: z.strictObject({ text: said }),
  withdrawIssue: z.strictObject({ text: said }),
  declineIssue: z.strictObject({ ground: z.enum(keysOf(declineGroundWords)), text: said }),
  mergeIssue: z.strictObject({ into: IssueId, text: said.optional() }),
  absorbMerged: z.strictObject({ from: IssueId }),
  recordOverdue: z.strictObject({}),
  recomputeDues: z.strictObject({}),
  recordAssistance: z.strictObject({ department: UnitId.optional(), text: said }),
  joinCommon: z.strictObject({ parent: IssueId, text: said.optional() }),
  leaveCommon: z.strictObject({ text: said }),
  adoptChild: z.strictObject({ child: IssueId }),
  releaseChild: z.strictObject({ child: IssueId }),
  suggestClosure: z.strictObject({ from: IssueId, closure: z.enum(keysOf(closureTypeWords)) }),
  recordCommonOutcome: z.strictObject({ ruleChanged: z.boolean(), text: said }),
  handOver: z.strictObject({ to: UnitId, text: said.optional() }),
  askExtension: z.strictObject({ until: CalendarDate, text: said }),
  decideExtension: z.strictObject({ granted: z.boolean(), until: CalendarDate.optional(), text: said }),
  pauseIssue: z.strictObject({
    reason: z.enum(keysOf(pauseReasonWords)),
    resumeOn: CalendarDate,
    text: said,
  }),
  resumeIssue: z.strictObject({ text: said.optional() }),
  decideSupervision: z.strictObject({ opened: z.boolean(), dueOn: CalendarDate.optional(), text: said }),
  recordFailedCall: z.strictObject({}),
  ruleOnDispute: z.strictObject({ redo: z.boolean(), text: said }),
  lapseConfirmation: z.strictObject({}),
  archiveIssue: z.strictObject({}),
  recordVerification: z.strictObject({
    what: z.enum(keysOf(verificationWords)),
    on: CalendarDate,
    amountYuan: Yuan.optional(),
    headcount: z.int().min(0).max(100_000).optional(),
    text: said.optional(),
  }),
  addNote: z.strictObject({ text: said }),
  attachFile: z.strictObject({ file: FileMark }),
  issueLink: z.strictObject({ link: FirmLink }),
  revokeLink: z.strictObject({}),
  ...referralCommands,
  ...hiringInputs,
  ...refundInputs,
  ...reviewCommands,
  ...retentionInputs,
} as const

export type CommandName = keyof typeof commandInputs
export type CommandInput<C extends CommandName> = z.infer<(typeof commandInputs)[C]>
export type Command = { [C in CommandName]: { name: C; input: CommandInput<C> } }[CommandName]
export const commandNames = Object.keys(commandInputs) as CommandName[]
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commandInputs, name)
