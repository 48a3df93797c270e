import type { EventType } from '../issue/events.ts'
import { linesOfClosing } from './lines-of-closing.ts'
import { linesOfHiring } from './lines-of-hiring.ts'
import { linesOfReferral } from './lines-of-referral.ts'
import { linesOfRefund } from './lines-of-refund.ts'
import { linesOfReview } from './lines-of-review.ts'
import { linesOfRouting } from './lines-of-routing.ts'
import { linesOfTime } from './lines-of-time.ts'
import { linesOfTogether } from './lines-of-together.ts'
import type { Lines } from './told.ts'

/**
 * Whom each fact concerns and what it says to them. A new event does not compile until it has its line, or is among
 * those of which nobody hears. Sentences carry times, reasons from closed lists and names of departments: never words
 * that a person typed, and no names or numbers of people.
 */
export const noticeLines = {
  ...linesOfRouting,
  ...linesOfClosing,
  ...linesOfTime,
  ...linesOfTogether,
  ...linesOfReview,
  ...linesOfReferral,
  ...linesOfHiring,
  ...linesOfRefund,
  IssueLogged: [],
  AssignmentAccepted: [],
  ContactRecorded: [],
  CallFailed: [],
  // One change of the calendar moves thousands: the worklist shows the new times, an inbox would drown.
  DuesRecomputed: [],
  MergeAbsorbed: [],
  IssueArchived: [],
  // Nobody has anything to do about it.
  RecordArchived: [],
  PersonalDataErased: [],
  VerificationRecorded: [],
  NoteAdded: [],
  FileAttached: [],
  FirmLinkIssued: [],
  FirmLinkRevoked: [],
} satisfies Lines<EventType>
