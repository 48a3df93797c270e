import { describe, expect, it } from 'vitest'
import { Issue } from '../../core/issue/issue.ts'
import { mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { issueFor } from '../../core/privacy.ts'
import { issueAt } from './an-issue.ts'
import { people, theIssue } from './office.ts'

/**
 * What each field of an issue is to those who may read the issue: `open` to all of them, `people`: names and numbers in
 * full to those who handle it and masked for those who look on, `nobody`: shown to none. Whoever may not read the issue
 * gets no field at all.
 */
const fields: Record<string, 'open' | 'people' | 'nobody'> = {
  absorbed: 'open',
  archivedAt: 'open',
  assignment: 'open',
  category: 'open',
  children: 'open',
  closure: 'open',
  closureSuggested: 'open',
  confirmDue: 'open',
  confirmation: 'open',
  contact: 'people',
  contactedAt: 'open',
  content: 'open',
  disputes: 'open',
  endedAt: 'open',
  erased: 'open',
  failedCalls: 'open',
  files: 'open',
  financing: 'people',
  firm: 'open',
  ground: 'open',
  hiring: 'open',
  history: 'open',
  id: 'open',
  into: 'open',
  ledgerDepartment: 'open',
  leftToDispatcher: 'open',
  link: 'nobody',
  loggedAt: 'open',
  loggedBy: 'open',
  need: 'open',
  overdue: 'open',
  parent: 'open',
  past: 'open',
  reopenUntil: 'open',
  recordArchived: 'open',
  refund: 'open',
  repeatOf: 'open',
  returns: 'open',
  reviewDueAt: 'open',
  routeDue: 'open',
  ruleChanged: 'open',
  ruling: 'open',
  soon: 'open',
  source: 'open',
  stage: 'open',
  steppedUp: 'open',
  supervision: 'open',
  tags: 'open',
  urgency: 'open',
  verification: 'open',
  wasWith: 'open',
  work: 'open',
}

type Relation = 'handles' | 'looks on' | 'outside'
const relations: [string, Principal, Relation][] = [
  ['the official who heard it', people.official, 'handles'],
  ['a teammate of theirs', people.teammate, 'handles'],
  ['an official of another team', people.otherOfficial, 'outside'],
  ['the dispatcher', people.dispatcher, 'handles'],
  ['its handler', people.handler, 'handles'],
  ['a handler of another department', people.otherHandler, 'outside'],
  ['the manager', people.manager, 'looks on'],
  ['a banker', people.banker, 'outside'],
  ['the auditor', people.auditor, 'looks on'],
  ['the administrator', people.admin, 'outside'],
  ['its firm', people.firm, 'handles'],
  ['a handler of an assisting department', people.assisting, 'handles'],
  ['another firm', people.otherFirm, 'outside'],
]

const contact = { name: '吴佳宁', phone: '13912345678' }
const consent = { signatory: '吴佳宁', text: 'v1' }
const handling = issueAt('handling')
/** A value in every field that an issue can have at any stage, but for the mark that closes names to all. */
const { recordArchived: _, ...marked } = fields
const whole = {
  ...Object.fromEntries(Object.keys(marked).map((name) => [name, { marked: name }])),
  ...handling,
  assignment: { ...handling.assignment, assisting: ['innovation'] },
  contact,
  financing: { consents: [consent] },
} as unknown as Issue
const known = new Set(Issue.options.flatMap((option) => Object.keys(option.shape)))

it('every field of an issue has its row, and every row its field', () => {
  expect(Object.keys(fields).sort()).toEqual([...known].sort())
})

describe.each(relations)('to %s', (_, person, relation) => {
  it(relation === 'outside' ? 'the issue is closed' : 'the issue is open', () => {
    expect(mayRead(person, whole) === true).toBe(relation !== 'outside')
    expect(whole.id).toBe(theIssue)
  })

  const seen: Record<string, unknown> = issueFor(person, whole)
  const plain: Record<string, unknown> = whole
  it.each(relation === 'outside' ? [] : Object.entries(marked))('the field %s is shown: %s', (name, kind) => {
    if (kind === 'nobody') return expect(seen).not.toHaveProperty(name)
    if (kind === 'open' || relation === 'handles') return expect(seen[name]).toEqual(plain[name])
    const text = JSON.stringify(seen[name])
    expect(text).toContain('吴*')
    expect(text).not.toMatch(/佳宁|1391234/)
  })
})

it.each(relations.filter(([, , relation]) => relation !== 'outside'))(
  'once it is in the archive, names and numbers are masked to %s',
  (_, person) => {
    const archived = { ...whole, recordArchived: { at: '2027-12-15T01:00:00Z', rule: 'office@2020-01-01' } }
    const text = JSON.stringify(issueFor(person, archived as Issue))
    expect(text).toContain('吴*')
    expect(text).not.toMatch(/佳宁|1391234/)
  },
)
