import * as z from 'zod'
import { Instant, UnitId } from '../../scalars.ts'
import { contactChannelWords, keysOf } from '../../words.ts'
import { FileMark, FirmLink } from '../parts.ts'
import { words } from './words.ts'

/** What a department does with an issue in hand. */
export const workEvents = {
  ContactRecorded: z.object({
    type: z.literal('ContactRecorded'),
    channel: z.enum(keysOf(contactChannelWords)),
    ...words(),
  }),
  ReplyRecorded: z.object({
    type: z.literal('ReplyRecorded'),
    nextReply: Instant.optional(),
    ...words(),
  }),
  HandedOver: z.object({ type: z.literal('HandedOver'), from: z.string(), to: UnitId, ...words() }),
  NoteAdded: z.object({ type: z.literal('NoteAdded'), ...words() }),
  FileAttached: z.object({ type: z.literal('FileAttached'), file: FileMark }),
  FirmLinkIssued: z.object({ type: z.literal('FirmLinkIssued'), link: FirmLink }),
  FirmLinkRevoked: z.object({ type: z.literal('FirmLinkRevoked') }),
} as const
