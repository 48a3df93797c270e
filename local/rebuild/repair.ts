import { makeContainer } from '../../functions/lib/container.ts'
import { projectIssues } from '../../functions/projector/project.ts'
import { keys } from '../../functions/store/keys.ts'
import { transactionLimit, type Write } from '../../functions/store/table.ts'
import type { Office } from './office.ts'
import { differencesOf, recount } from './recount.ts'
import { fresh, type State } from './state.ts'

/**
 * Counts again the issues of which something else was counted, then adds to each counter what it still lacks. Nobody
 * else may be counting meanwhile. Answers the state after it, recounted.
 */
export const repair = async (
  office: Office,
  { wrong }: State,
  onPage: (state: State) => void,
): Promise<State> => {
  await projectIssues(makeContainer({ table: office.table }), wrong, { again: true })
  const left = Map.groupBy(differencesOf(await recount(office, fresh(), onPage)), ({ place }) => place)
  const writes: Write[] = [...left].map(([place, lacking]) => {
    const cut = place.indexOf('/')
    return {
      add: keys.counters(place.slice(0, cut), place.slice(cut + 1)),
      amounts: Object.fromEntries(lacking.map(({ name, stored, expected }) => [name, expected - stored])),
    }
  })
  for (let start = 0; start < writes.length; start += transactionLimit) {
    const { written } = await office.table.transact(writes.slice(start, start + transactionLimit))
    if (!written) throw new Error('someone else is counting; close the office first')
  }
  return writes.length === 0 && wrong.length === 0 ? fresh() : recount(office, fresh(), onPage)
}
