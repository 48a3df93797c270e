import type { Reply } from './office.ts'

/** Who stands at the door: a person of each role, nobody at all, and the firm with its link. */
export const visitors = {
  official: 'official-1',
  dispatcher: 'dispatcher',
  handler: 'parks-1',
  manager: 'manager',
  banker: 'tiancheng-1',
  auditor: 'auditor',
  admin: 'admin',
  nobody: undefined,
  firm: undefined,
} as const
export type Visitor = keyof typeof visitors
const names = Object.keys(visitors) as Visitor[]

const words: Record<string, string> = {
  notAllowed: 'role',
  notYourUnit: 'unit',
  mustBeOutside: 'outside',
  tokenMissing: 'sign in',
  linkUnknown: 'link',
  bankLinkUnknown: 'link',
  unknownReferral: 'unsent',
  unknownExport: 'own',
  unknownReport: 'own',
}

/** What became of a request in one word. Whoever is only told that it does not fit the issue as it is was let in. */
const wordOf = ({ status, body }: Reply): string =>
  status < 300 || status === 409 ? 'yes' : (words[String(body.code)] ?? `${status} ${JSON.stringify(body)}`)

/**
 * One row of a table: for each visitor what they get with what is in their own hands, with what is a colleague's of the
 * same unit, and at another unit; after strokes where it differs. Two words: the first is for both of the own unit.
 */
export const rowOf = async (
  ask: (visitor: Visitor, unit: 'own' | 'same' | 'other') => Promise<Reply>,
): Promise<string> => {
  const cells: string[] = []
  for (const visitor of names) {
    const own = wordOf(await ask(visitor, 'own'))
    const same = wordOf(await ask(visitor, 'same'))
    const other = wordOf(await ask(visitor, 'other'))
    const inUnit = own === same ? own : `${own}/${same}`
    cells.push(own === same && same === other ? own : `${inUnit}/${other}`)
  }
  return cells.join(' | ')
}

/** The rows of a table that is written to be read, by their first column. */
export const rowsOf = (table: string): Record<string, string> => {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  if (head.slice(1).join() !== names.join()) throw new Error(`the columns are ${names.join(' | ')}`)
  return Object.fromEntries(rows.map(([first, ...cells]) => [first, cells.join(' | ')]))
}
