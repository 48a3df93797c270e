import { setTimeout as pause } from 'node:timers/promises'
import type { CommandAnswer } from '../../core/api/issues.ts'
import { warningsOf } from '../../core/hiring/warnings.ts'
import { type Command, type CommandName, commandInputs } from '../../core/issue/commands.ts'
import type { Context } from '../../core/issue/context.ts'
import { decide } from '../../core/issue/decide/decide.ts'
import type { IssueFact } from '../../core/issue/events.ts'
import { evolve } from '../../core/issue/evolve.ts'
import type { Issue } from '../../core/issue/issue.ts'
import { mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { naturalKeyText } from '../../core/same-fact.ts'
import { answerWrite, type Keyed } from '../store/answers.ts'
import type { LoadedIssue } from '../store/issue-rows.ts'
import { keys } from '../store/keys.ts'
import type { Write } from '../store/table.ts'
import type { Container } from './container.ts'
import { loadFirm } from './firm-register.ts'
import { newIssueId } from './ids.ts'
import { parseInput } from './input.ts'
import { levelsLeft, seenOther } from './other-issue.ts'
import { answeredBefore } from './repeats.ts'

export type Given = {
  command: CommandName
  /** Absent when an issue is logged: then it gets a new id. */
  id?: string | undefined
  input: unknown
  principal: Principal
  /** The version that the giver saw; absent means "whatever it is now". */
  ifMatch?: number | undefined
  /** What `ifMatch` is about, where that is not the issue as a whole. */
  versionOf?: ((issue: Issue) => number | undefined) | undefined
  keyed?: Keyed | undefined
  /** What a repeat needs besides the answer; it is stored with the answer and comes back with it. */
  keep?: Readonly<Record<string, unknown>> | undefined
  /** What the giver is told of the issue after the command, besides the answer; a repeat is told the same. */
  about?: ((issue: Issue) => Readonly<Record<string, unknown>>) | undefined
}

/** A lost race is decided afresh this often before the giver is asked to try again. */
const attempts = 16
const jitter = (attempt: number) => pause(Math.random() * 2 ** Math.min(attempt, 8))

const fold = (
  issue: Issue | undefined,
  facts: readonly IssueFact[],
  version: number,
  at: string,
  by: string,
) =>
  facts.reduce<Issue | undefined>(
    (now, fact, index) => evolve(now, { ...fact, seq: version + index + 1, at, by }),
    issue,
  )

/** What the register knows of the firm already is not asked for again. */
const firmFor = async (container: Container, command: Command, uscc: string | undefined) => {
  if (command.name !== 'recordNeed' || uscc === undefined) return {}
  const known = await loadFirm(container, uscc)
  return known ? { firm: { industry: known.firm.industry, size: known.firm.size } } : {}
}

/** Whether there is the job fair that a command names. */
const fairNamed = async (container: Container, command: Command): Promise<Pick<Context, 'fairKnown'>> => {
  if (command.name !== 'recordHelp' || !command.input.fair) return {}
  return { fairKnown: (await container.table.get(keys.fairHead(command.input.fair))) !== undefined }
}

const contextFor = async (
  container: Container,
  command: Command,
  principal: Principal,
  issue: Issue | undefined,
): Promise<{ context: Context; guards: Write[] }> => {
  const now = container.now()
  const other = await seenOther(container, command, issue?.id)
  const context = {
    now,
    principal,
    newId: newIssueId(now),
    calendar: await container.calendar(),
    reference: await container.reference(),
    ...other.context,
    ...(await firmFor(container, command, issue?.firm.uscc)),
    ...(await fairNamed(container, command)),
  }
  return { context, guards: other.guards }
}

/** One issue per same fact. One that says which earlier issue it repeats takes that place over. */
const sameFactWrite = (command: Command, id: string): Write[] => {
  if (command.name !== 'logIssue') return []
  const { firm, category, content, repeatOf } = command.input
  const key = keys.sameFact(naturalKeyText({ uscc: firm.uscc, category, content }))
  return [{ put: { ...key, issue: id }, ...(repeatOf ? {} : { when: 'absent' as const }) }]
}

type Tried = { answer: CommandAnswer } | Refusal | 'again'

/** Someone asked before under this key: the same answer again, or a refusal where the body is another. */
const repeated = async (container: Container, keyed: Keyed | undefined) => {
  const before = await answeredBefore(container, keyed)
  return !before || isRefusal(before) ? before : { answer: before.answer as CommandAnswer }
}

const whyNotWritten = async (container: Container, command: Command, given: Given): Promise<Tried> => {
  const before = await repeated(container, given.keyed)
  if (before) return before
  if (command.name !== 'logIssue') return 'again'
  const { firm, category, content } = command.input
  const row = await container.table.get(keys.sameFact(naturalKeyText({ uscc: firm.uscc, category, content })))
  return row ? refuse('alreadyLogged', { about: { issue: String(row.issue) } }) : 'again'
}

const attempt = async (
  container: Container,
  command: Command,
  given: Given,
  loaded: LoadedIssue | undefined,
): Promise<Tried> => {
  const { context, guards } = await contextFor(container, command, given.principal, loaded?.issue)
  const version = loaded?.version ?? 0
  const facts = decide(command, loaded?.issue, context)
  if (isRefusal(facts)) return facts
  const issue = fold(loaded?.issue, facts, version, context.now, given.principal.id)
  if (!issue) throw new Error(`${command.name} left no issue behind`)
  const warnings = warningsOf(command)
  const answer: CommandAnswer = {
    id: issue.id,
    version: version + facts.length,
    stage: issue.stage,
    events: facts.map((fact) => fact.type),
    ...given.about?.(issue),
    ...(warnings.length > 0 && { warnings }),
  }
  const once = given.keyed ? [answerWrite(given.keyed, { ...answer, ...given.keep }, context.now)] : []
  if (facts.length === 0) {
    // Nothing to do is an answer too: a repeat that comes late must not do it after all.
    if (once.length === 0 || (await container.table.transact(once)).written) return { answer }
    return whyNotWritten(container, command, given)
  }
  const result = await container.issues.append({
    before: loaded?.issue,
    issue,
    version,
    hash: loaded?.hash,
    facts,
    at: context.now,
    by: given.principal.id,
    also: [...once, ...sameFactWrite(command, issue.id), ...guards, ...levelsLeft(loaded?.issue, issue)],
  })
  if (result.written) return { answer }
  return result.why === 'also' ? whyNotWritten(container, command, given) : 'again'
}

const commandOf = (given: Given): Command | Refusal => {
  const input = parseInput(commandInputs[given.command], given.input)
  return isRefusal(input) ? input : ({ name: given.command, input: input.value } as Command)
}

const staleFor = (
  { ifMatch, versionOf, principal }: Given,
  loaded: LoadedIssue | undefined,
): Refusal | undefined => {
  if (ifMatch === undefined || !loaded) return undefined
  const version = versionOf ? versionOf(loaded.issue) : loaded.version
  if (version === undefined || version === ifMatch) return undefined
  // That somebody has been at work is told only to those who may see it.
  const may = versionOf ? true : mayRead(principal, loaded.issue)
  return may === true ? refuse('changedMeanwhile', { about: { version } }) : may
}

/**
 * What is already known to become of a command: the answer that was given before, or a refusal as things stand. Asked
 * before something else is written for its sake, so that a refused request leaves nothing behind.
 */
export const foresee = async (
  container: Container,
  given: Given,
): Promise<{ answer: CommandAnswer } | Refusal | undefined> => {
  const command = commandOf(given)
  if (isRefusal(command)) return command
  const before = await repeated(container, given.keyed)
  if (before) return before
  const loaded = given.id === undefined ? undefined : await container.issues.load(given.id)
  const { context } = await contextFor(container, command, given.principal, loaded?.issue)
  const facts = staleFor(given, loaded) ?? decide(command, loaded?.issue, context)
  return isRefusal(facts) ? facts : undefined
}

/**
 * Decides a command on the issue as it is now and writes what follows, once. A lost race is decided afresh; where
 * the giver named a version, it is told instead. A repeat under the same key gets the first answer again.
 */
export const giveCommand = async (
  container: Container,
  given: Given,
): Promise<{ answer: CommandAnswer } | Refusal> => {
  const command = commandOf(given)
  if (isRefusal(command)) return command
  for (let tried = 0; tried < attempts; tried++) {
    const loaded = given.id === undefined ? undefined : await container.issues.load(given.id)
    const outcome: Tried = staleFor(given, loaded) ?? (await attempt(container, command, given, loaded))
    if (outcome === 'again') {
      await jitter(tried)
      continue
    }
    // A refusal may only mean that this very request has already had its effect.
    return isRefusal(outcome) ? ((await repeated(container, given.keyed)) ?? outcome) : outcome
  }
  return refuse('busy')
}
