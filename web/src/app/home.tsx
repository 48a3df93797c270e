import { Navigate } from '@tanstack/react-router'
import { useSession } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'
import { homeOf } from './pages-of.ts'
import { useMe } from './use-me.ts'

/** The address without a page: each role begins where its work is. */
export const Home = () => {
  const say = useSay()
  const session = useSession()
  const me = useMe()
  // Nobody is sent anywhere before they are signed in: they may be on their way to the one page that needs no network.
  if (!me || session !== 'signedIn') return <p role="status">{say('正在读取……', 'Loading …')}</p>
  return <Navigate to={homeOf(me.role)} search={{}} replace />
}
