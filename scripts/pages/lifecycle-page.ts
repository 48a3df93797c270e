import { commandNames } from '../../core/issue/commands.ts'
import { stepOf } from '../../core/lifecycle.ts'
import type { PolicyName } from '../../core/permission.ts'
import { endStages, keysOf, type Stage, stageWords } from '../../core/words.ts'
import { code, codes, page, table, writtenFrom } from './markdown.ts'

/** Whom a policy lets through, in words. */
const whoWords: Record<PolicyName, string> = {
  official: '工作队员 any official',
  dispatcher: '调度员 dispatcher',
  manager: '分管领导 manager',
  system: '系统 the system',
  handler: '承办人 the department that has it',
  assistingHandler: '协办人 a department that assists',
  teamThatLogged: '工作队 the team that logged it',
  firm: '企业 the firm, by its link',
  banker: '客户经理 the bank that was asked',
  outsideTheDepartment:
    '承办部门以外 the team that logged it, a dispatcher or a manager, and outside the department that has it',
}

const doorWords = {
  portal: 'a button',
  page: 'a form of its own page',
  server: 'a route of its own',
  clock: 'time or the system, never a person',
} as const

const steps = commandNames.map((name) => ({ name, ...stepOf(name) }))
const startsOf = (from: readonly Stage[] | 'nothing'): readonly (Stage | '[*]')[] =>
  from === 'nothing' ? ['[*]'] : from

/** One arrow between two stages, whatever the number of commands that go that way. */
const arrows = () => {
  const labels = new Map<string, string[]>()
  for (const { from, to, zh, en } of steps) {
    for (const start of startsOf(from)) {
      for (const next of to ?? []) {
        const arrow = `${start} --> ${next}`
        labels.set(arrow, [...(labels.get(arrow) ?? []), `${zh} ${en}`])
      }
    }
  }
  return [...labels].map(([arrow, names]) => `  ${arrow} : ${names.join('<br/>')}`)
}

const diagram = () =>
  [
    '```mermaid',
    'stateDiagram-v2',
    ...keysOf(stageWords).map(
      (stage) => `  state "${stageWords[stage].zh} ${stageWords[stage].en}" as ${stage}`,
    ),
    ...arrows(),
    ...endStages.map((stage) => `  ${stage} --> [*]`),
    '```',
  ].join('\n')

const stagesTable = () =>
  table(
    ['stage', '中文', 'meaning', 'commands'],
    keysOf(stageWords).map((stage) => [
      code(stage),
      stageWords[stage].zh,
      stageWords[stage].en,
      codes(steps.filter(({ from }) => from.includes(stage)).map(({ name }) => name)) || 'none: an end',
    ]),
  )

const commandsTable = () =>
  table(
    ['command', '中文', 'meaning', 'who may', 'at', 'makes', 'leads to', 'given by'],
    steps.map(({ name, zh, en, who, from, makes, to, door }) => [
      code(name),
      zh,
      en,
      who.map((policy) => whoWords[policy]).join('; '),
      from === 'nothing' ? 'a new issue' : codes(from),
      codes(makes),
      to ? codes(to) : 'the same stage',
      doorWords[door],
    ]),
  )

export const lifecyclePage = (): string =>
  page(
    '# The lifecycle of an issue (诉求)',
    writtenFrom('core/lifecycle.ts'),
    'Every command, who may give it, at which stages, the events it makes and the stages it leads to. The API, the workflow tasks and the portal’s buttons read the same table, so what stands here is what is refused and what is allowed.',
    diagram(),
    '## Stages',
    stagesTable(),
    '## Commands',
    'A command is one `POST /api/v1/issues/{id}/commands/{command}`, except where it has a route of its own. What is given by time or the system answers nobody’s request.',
    commandsTable(),
  )
