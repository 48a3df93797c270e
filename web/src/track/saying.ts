import type { z } from 'zod'
import type { TrackConfirmation } from '../../../core/api/others.ts'

/** Says one thing for the firm and answers what went wrong, if anything; `done` is what the page says afterwards. */
export type Give = (path: string, body: object, done: string) => Promise<string | undefined>

/** Says whether it is solved, and answers what went wrong, if anything. */
export type Confirm = (said: z.infer<typeof TrackConfirmation>) => Promise<string | undefined>
