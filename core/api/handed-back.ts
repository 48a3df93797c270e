import * as z from 'zod'

export const HandedBackQuery = z.strictObject({ dryRun: z.stringbool().default(false) })

export const handedBackStatuses = ['command', 'done', 'unchanged', 'stale', 'error'] as const
export type HandedBackStatus = (typeof handedBackStatuses)[number]

/** What became of one row of a sheet that was taken out, filled in elsewhere and handed back. */
export const HandedBackRow = z.object({
  sheetRow: z.int(),
  firm: z.string().optional(),
  /** `command`: would be given. `stale`: what the row is about has changed since the sheet was taken out. */
  status: z.enum(handedBackStatuses),
  input: z.record(z.string(), z.unknown()).optional(),
  message: z.string().optional(),
})
export type HandedBackRow = z.infer<typeof HandedBackRow>

/** Which commands the rows of a sheet ask for, and what became of them; `Row` adds what such a sheet is about. */
export const handedBack = <Row extends z.ZodType<HandedBackRow>>(row: Row) =>
  z.object({
    dryRun: z.boolean(),
    counts: z.object({
      command: z.int(),
      done: z.int(),
      unchanged: z.int(),
      stale: z.int(),
      error: z.int(),
    }),
    rows: z.array(row),
  })
