import type { Refusal } from '../../refusal.ts'
import type { Command, CommandName } from '../commands.ts'
import type { Context } from '../context.ts'
import type { IssueFact } from '../events.ts'
import type { Issue } from '../issue.ts'
import { canGive } from './can-give.ts'
import * as closing from './closing.ts'
import type { Decider } from './decider.ts'
import * as answers from './financing/answers.ts'
import * as bankLink from './financing/bank-link.ts'
import * as consent from './financing/consent.ts'
import * as need from './financing/need.ts'
import * as offers from './financing/offers.ts'
import * as rounds from './financing/rounds.ts'
import * as handling from './handling.ts'
import * as hiring from './hiring.ts'
import * as logging from './logging.ts'
import * as recompute from './recompute.ts'
import * as refund from './refund.ts'
import * as retention from './retention.ts'
import * as review from './review.ts'
import * as routing from './routing.ts'
import * as time from './time.ts'
import * as timing from './timing.ts'
import * as together from './together.ts'

const deciders: { [C in CommandName]: Decider<C> } = {
  logIssue: logging.logIssue,
  addNote: logging.addNote,
  attachFile: logging.attachFile,
  issueLink: logging.issueLink,
  revokeLink: logging.revokeLink,
  withdrawIssue: logging.withdrawIssue,
  routeByRules: routing.routeByRules,
  routeIssue: routing.routeIssue,
  acceptAssignment: routing.acceptAssignment,
  returnAssignment: routing.returnAssignment,
  transferIssue: routing.transferIssue,
  declineIssue: routing.declineIssue,
  mergeIssue: routing.mergeIssue,
  absorbMerged: routing.absorbMerged,
  recordContact: handling.recordContact,
  recordReply: handling.recordReply,
  proposeClosure: handling.proposeClosure,
  confirmClosure: closing.confirmClosure,
  disputeClosure: closing.disputeClosure,
  reopenIssue: closing.reopenIssue,
  recordVerification: closing.recordVerification,
  ruleOnDispute: closing.ruleOnDispute,
  recordFailedCall: closing.recordFailedCall,
  recordOverdue: time.recordOverdue,
  recomputeDues: recompute.recomputeDues,
  lapseConfirmation: time.lapseConfirmation,
  archiveIssue: time.archiveIssue,
  recordAssistance: together.recordAssistance,
  joinCommon: together.joinCommon,
  leaveCommon: together.leaveCommon,
  adoptChild: together.adoptChild,
  releaseChild: together.releaseChild,
  suggestClosure: together.suggestClosure,
  recordCommonOutcome: together.recordCommonOutcome,
  handOver: together.handOver,
  askExtension: timing.askExtension,
  decideExtension: timing.decideExtension,
  pauseIssue: timing.pauseIssue,
  resumeIssue: timing.resumeIssue,
  decideSupervision: timing.decideSupervision,
  recordNeed: need.recordNeed,
  recordConsultation: need.recordConsultation,
  openRound: rounds.openRound,
  giveConsent: consent.giveConsent,
  withdrawConsent: consent.withdrawConsent,
  inviteBanks: rounds.inviteBanks,
  advanceRound: rounds.advanceRound,
  issueBankLink: bankLink.issueBankLink,
  revokeBankLink: bankLink.revokeBankLink,
  handOutReplySheet: bankLink.handOutReplySheet,
  readReferral: answers.readReferral,
  recordBankContact: answers.recordBankContact,
  acceptReferral: answers.acceptReferral,
  askPapers: answers.askPapers,
  recordSurvey: answers.recordSurvey,
  approveReferral: offers.approveReferral,
  declineReferral: offers.declineReferral,
  recordDrawdown: offers.recordDrawdown,
  chooseOffer: offers.chooseOffer,
  withdrawReferral: rounds.withdrawReferral,
  lapseReferral: rounds.lapseReferral,
  referAgain: rounds.referAgain,
  addPost: hiring.addPost,
  changePost: hiring.changePost,
  cancelPost: hiring.cancelPost,
  recordHelp: hiring.recordHelp,
  joinFair: hiring.joinFair,
  recordFunnel: hiring.recordFunnel,
  correctFunnel: hiring.correctFunnel,
  acceptPart: hiring.acceptPart,
  askForStay: hiring.askForStay,
  recordStay: hiring.recordStay,
  recordPrecheck: refund.recordPrecheck,
  checkPapers: refund.checkPapers,
  recordRefundStep: refund.recordRefundStep,
  correctRefundStep: refund.correctRefundStep,
  recordReviewDue: review.recordReviewDue,
  reviewClosure: review.reviewClosure,
  archiveRecord: retention.archiveRecord,
  erasePersonalData: retention.erasePersonalData,
}

/** The facts that follow from a command, or the refusal. Total and synchronous; the context carries the time. */
export const decide = (
  command: Command,
  issue: Issue | undefined,
  context: Context,
): readonly IssueFact[] | Refusal => {
  const may = canGive(command.name, issue, context.principal)
  if (may !== true) return may
  // `canGive` has checked the stage, which is what narrows the issue for each decider.
  const decider = deciders[command.name] as Decider<CommandName>
  return decider(issue as never, command.input as never, context)
}
