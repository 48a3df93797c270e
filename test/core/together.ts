import type { CommandInput, CommandName } from '../../core/issue/commands.ts'
import type { Context } from '../../core/issue/context.ts'
import { decide } from '../../core/issue/decide/decide.ts'
import { evolve } from '../../core/issue/evolve.ts'
import type { Issue } from '../../core/issue/issue.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { at, contextFor, people, reference as sample } from './office.ts'

/** The sample office, a unit outside it, and those who stand for that unit here. */
const reference: Context['reference'] = {
  ...sample,
  department: [
    ...sample.department,
    { id: 'power', name: '供电公司', outside: true, validFrom: '2020-01-01', source: '联络员名单' },
  ],
  user: [
    ...sample.user,
    {
      id: 'visitor',
      name: '联络队员',
      role: 'official',
      liaisonOf: ['talent'],
      validFrom: '2020-01-01',
      source: '名单',
    },
  ],
}
export const liaison: Principal = { ...people.assisting, id: 'innovation-2', liaisonOf: ['power'] }
export const liaisonWhoDispatches: Principal = { ...people.dispatcher, liaisonOf: ['power'] }
export const text = '见会议纪要。'
export const monday = at('2026-11-23')

type More = Partial<Context> & { by?: Principal }
export const ask = <C extends CommandName>(
  issue: Issue | undefined,
  name: C,
  input: CommandInput<C>,
  more: More = {},
) => {
  const { by = people.dispatcher, now = monday, ...rest } = more
  const context = contextFor(by, now, { reference, ...rest })
  return { by: by.id, at: now, answer: decide({ name, input } as never, issue, context) }
}
/** The issue after a command that is taken. */
export const does: <C extends CommandName>(
  issue: Issue | undefined,
  name: C,
  input: CommandInput<C>,
  more?: More,
) => Issue = (issue, name, input, more) => {
  const { answer, ...given } = ask(issue, name, input, more)
  if (isRefusal(answer)) throw new Error(`${name}: ${answer.refused}`)
  const now = answer.reduce<Issue | undefined>(
    (one, fact) => evolve(one, { ...fact, ...given, seq: 1 }),
    issue,
  )
  if (!now) throw new Error('there is no issue')
  return now
}
export const logged = (source: Partial<Issue['source']> = {}) =>
  does(undefined, 'logIssue', {
    firm: { uscc: '91511099MA6100017L', name: '启明电子' },
    category: 'hiring',
    content: '缺数控车工',
    urgency: 'ordinary',
    source: { kind: 'visit', ...source },
  })
export const assigned = (assisting: string[] = [], source: Partial<Issue['source']> = {}) =>
  does(logged(source), 'routeIssue', { department: 'talent', ...(assisting.length && { assisting }) })
export const inHand = (assisting: string[] = []) =>
  does(assigned(assisting), 'acceptAssignment', {}, { by: people.handler })
