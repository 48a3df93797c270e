import * as z from 'zod'
import { Fair } from '../../core/api/fairs.ts'
import type { Container } from '../lib/container.ts'
import type { EventRecord } from '../lib/event-records.ts'
import { giveByClock } from '../lib/give-by-clock.ts'

const FairFact = z.object({ fair: Fair, issues: z.array(z.string()).optional() })

export const isOfFair = ({ pk }: Pick<EventRecord, 'pk'>) => pk.startsWith('FAIR#')

/** Each issue that a fair names takes part in it, by a command of its own. Repeats are quiet. */
export const followFair = async (container: Container, event: EventRecord): Promise<void> => {
  const { fair, issues = [] } = FairFact.parse(event.fact)
  for (const issue of issues) await giveByClock(container, 'joinFair', issue, { fair: fair.id, on: fair.on })
}
