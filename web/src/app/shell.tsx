import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { failureOf } from '../api/failure.ts'
import { meQuery } from '../api/queries.ts'
import { FailureBox } from '../parts/failure-box.tsx'
import { useSession } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'
import { Ended } from './ended.tsx'
import { Header } from './header.tsx'
import { IdleGuard } from './idle-guard.tsx'
import { useMe } from './use-me.ts'
import { Welcome } from './welcome.tsx'

/** Signed in, but nobody whom the office knows; or the office does not answer. */
const Unknown = () => {
  const session = useSession()
  const { error, refetch } = useQuery({ ...meQuery, enabled: session === 'signedIn' })
  if (!error || session !== 'signedIn') return null
  return <FailureBox failure={failureOf(error)} onRetry={() => void refetch()} />
}

/** Pages that can be used without a session, by someone who has been here before. */
const alsoWithout = ['/log', '/outbox']

export const Shell = () => {
  const say = useSay()
  const { pathname } = useLocation()
  const session = useSession()
  const me = useMe()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  // A new page is announced and read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it waits for
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
  }, [pathname])
  const coming = pathname === '/signed-in'
  const closed = !coming && session !== 'signedIn' && !(me && alsoWithout.includes(pathname))
  return (
    <>
      <a className="skip" href="#main">
        {say('跳到正文', 'Skip to content')}
      </a>
      <Header me={closed ? undefined : me} />
      <main id="main" ref={main} tabIndex={-1}>
        {closed && session === 'signedOut' ? (
          <Welcome />
        ) : (
          <>
            {session !== 'signedIn' && !coming && <Ended />}
            <IdleGuard />
            <Unknown />
            {/* What is on the page stays where it is, typed words and all. */}
            <Outlet />
          </>
        )}
      </main>
    </>
  )
}
