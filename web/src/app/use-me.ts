import { useQuery } from '@tanstack/react-query'
import { roleWords } from '../../../core/words.ts'
import { directoryQuery, type Me, meQuery } from '../api/queries.ts'
import { useSession } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'
import { kept, keptInTab } from './kept.ts'

/** Who is signed in; without a session, who was last, so that a visit can still be typed. */
export const useMe = (): Me | undefined => {
  const session = useSession()
  const { data } = useQuery({ ...meQuery, enabled: session === 'signedIn' })
  // Never somebody else's name on this tab's session: what is in the outbox is sent under it.
  return session === 'signedIn' ? (data ?? keptInTab<Me>('me')) : (data ?? kept<Me>('me'))
}

/** Names for ids; an id without a name stands for itself. */
export const useNames = () => {
  const say = useSay()
  const { data } = useQuery(directoryQuery)
  const all = data ? [...data.departments, ...data.teams, ...data.banks, ...data.users] : []
  const names = new Map(all.map(({ id, name }) => [id, name]))
  names.set('system', say(roleWords.system))
  names.set('firm', say(roleWords.firm))
  return { directory: data, nameOf: (id = '') => names.get(id.startsWith('firm:') ? 'firm' : id) ?? id }
}
