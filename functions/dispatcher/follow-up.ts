import { IssueFact } from '../../core/issue/events.ts'
import type { Container } from '../lib/container.ts'
import type { EventRecord } from '../lib/event-records.ts'
import { giveByClock } from '../lib/give-by-clock.ts'

/** A record has no words; the facts that follow-ups are about need none. */
const factOf = (event: EventRecord) => IssueFact.safeParse(event.fact).data

/** Closing a common issue suggests closure to the department of each case, and closes none of them. */
const suggestToChildren = async (container: Container, id: string) => {
  const loaded = await container.issues.load(id)
  if (loaded?.issue.stage !== 'closed') return
  const { children = [], closure } = loaded.issue
  for (const child of children) {
    await giveByClock(container, 'suggestClosure', child, { from: id, closure: closure.type })
  }
}

/** A case that had no department when its common issue was closed hears of it when it has one. */
const hearFromCommon = async (container: Container, id: string) => {
  const parent = (await container.issues.load(id))?.issue.parent
  const common = parent ? (await container.issues.load(parent))?.issue : undefined
  if (common?.stage !== 'closed') return
  await giveByClock(container, 'suggestClosure', id, { from: common.id, closure: common.closure.type })
}

/** A record may come late or twice: the common issue is told what its case says now, not what the record said. */
const tellCommon = async (container: Container, child: string, parent: string) => {
  const loaded = await container.issues.load(child)
  const command = loaded?.issue.parent === parent ? 'adoptChild' : 'releaseChild'
  await giveByClock(container, command, parent, { child })
}

/** What concerns another issue follows as a command of its own. Repeats are quiet. */
export const followUp = async (container: Container, id: string, event: EventRecord): Promise<void> => {
  const fact = factOf(event)
  switch (fact?.type) {
    case 'IssueMerged':
      return giveByClock(container, 'absorbMerged', fact.into, { from: id })
    case 'IssueRouted':
      return hearFromCommon(container, id)
    case 'CommonJoined':
    case 'CommonLeft':
      return tellCommon(container, id, fact.parent)
    // A case may join when the common issue is closed already.
    case 'ChildAdopted':
    case 'ClosureConfirmed':
    case 'ConfirmationLapsed':
    case 'DisputeRuled':
      return suggestToChildren(container, id)
    default:
      return undefined
  }
}
