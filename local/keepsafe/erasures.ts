import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type FirmDeletion, FirmDeletion as Line } from '../../functions/lib/firm-deletion.ts'

/** Firms' requests for deletion that were carried out: beside the database, so that a restored one learns of them. */
export const erasuresFile = 'erasures.jsonl'

/** A line that a crash has cut off is one whose request is noted again: it is still being followed up. */
const lineFrom = (text: string): FirmDeletion[] => {
  try {
    return [Line.parse(JSON.parse(text))]
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return []
    throw error
  }
}

export const readErasures = (folder: string): FirmDeletion[] => {
  const file = join(folder, erasuresFile)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(lineFrom) : []
}

const textOf = (line: FirmDeletion) => `${JSON.stringify(line)}\n`

/** Notes a request once. */
export const noteErasure = (folder: string, line: FirmDeletion): void => {
  if (readErasures(folder).some(({ request }) => request === line.request)) return
  appendFileSync(join(folder, erasuresFile), `\n${textOf(line)}`, { mode: 0o600 })
}

/** What one folder knows of and another does not is taken over by that one. */
export const takeOverErasures = (from: string, to: string): void => {
  const lines = new Map([...readErasures(to), ...readErasures(from)].map((line) => [line.request, line]))
  if (lines.size === 0) return
  writeFileSync(join(to, erasuresFile), [...lines.values()].map(textOf).join(''), { mode: 0o600 })
}
