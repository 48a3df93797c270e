import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useSession } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'
import { Header } from './header.tsx'
import { useMe } from './use-me.ts'
import { Welcome } from './welcome.tsx'

const PageFrame = lazy(async () => ({ default: (await import('./page-frame.tsx')).PageFrame }))

/** Pages that can be used without a session, by someone who has been here before. */
const alsoWithout = ['/log', '/forum', '/outbox']

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
          <Suspense fallback={<p role="status">{say('正在读取……', 'Loading …')}</p>}>
            <PageFrame ended={session !== 'signedIn' && !coming} />
          </Suspense>
        )}
      </main>
    </>
  )
}
