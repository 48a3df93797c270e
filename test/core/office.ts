import { defaultCalendar } from '../../core/calendar/default-calendar.ts'
import type { Context } from '../../core/issue/context.ts'
import { type Principal, theSystem } from '../../core/principal.ts'
import { defaultRoutingRules, defaultServiceLevels } from '../../core/reference/defaults.ts'
import { User } from '../../core/reference/records.ts'
import { instantAt } from '../../core/zone-time.ts'
import directory from '../../samples/directory.json' with { type: 'json' }
import policies from '../../samples/policies.json' with { type: 'json' }

/** The sample office: its departments and teams, the default rules and service levels, and who works there. */

const dated = { validFrom: '2020-01-01', source: '样例名录' }

export const reference: Context['reference'] = {
  department: directory.departments.map(({ id, name }) => ({ id, name, ...dated })),
  user: directory.users.map((user) => User.parse({ ...user, ...dated })),
  bank: directory.banks.map(({ id, name }) => ({ id, name, ...dated })),
  team: directory.teams.map(({ id, name }) => ({ id, name, ...dated })),
  routingRule: defaultRoutingRules,
  serviceLevel: defaultServiceLevels,
  policy: policies as Context['reference']['policy'],
}

/** The id of the issue that the stories are about, of the one logged next, and of a third. */
export const theIssue = '20261123-7K3Q9'
export const nextId = '20261123-8M4R1'
export const anotherIssue = '20261120-2B5C7'

const person = (id: string, role: Principal['role'], unit: Partial<Principal> = {}): Principal => ({
  id,
  name: id,
  role,
  ...unit,
})

export const people = {
  /** Heard the issue, in the team that logged it. */
  official: person('official-1', 'official', { team: 'team-1' }),
  teammate: person('official-2', 'official', { team: 'team-1' }),
  otherOfficial: person('official-3', 'official', { team: 'team-2' }),
  dispatcher: person('dispatcher', 'dispatcher', { department: 'service-centre' }),
  /** A dispatcher whose own office has the issue in hand. */
  dispatcherInHand: person('dispatcher-2', 'dispatcher', { department: 'talent' }),
  handler: person('talent-1', 'handler', { department: 'talent' }),
  assisting: person('innovation-1', 'handler', { department: 'innovation' }),
  otherHandler: person('parks-1', 'handler', { department: 'parks' }),
  manager: person('manager', 'manager'),
  banker: person('tiancheng-1', 'banker', { bank: 'tiancheng' }),
  auditor: person('auditor', 'auditor'),
  admin: person('admin', 'admin'),
  firm: person('firm', 'firm', { issue: theIssue }),
  otherFirm: person('firm-2', 'firm', { issue: anotherIssue }),
  system: theSystem,
} as const satisfies Record<string, Principal>
export type Person = keyof typeof people

/** The instant at which clocks in the office show this: `at('2026-11-23', '09:30')`. */
export const at = (date: string, time = '10:00') => instantAt(date, time)

export const contextFor = (principal: Principal, now: string, more: Partial<Context> = {}): Context => ({
  now,
  principal,
  newId: nextId,
  calendar: defaultCalendar,
  reference,
  mergeTargetOpen: true,
  ...more,
})
