import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Me } from '../api/queries.ts'
import { useParcels, useSending } from '../outbox/use-outbox.ts'
import { useSay } from '../words/language.tsx'
import { keepsOutbox, type PagePath, pagesOf, wordOf } from './pages-of.ts'

/** The bar of a phone has room for so many beside the outbox and the menu. */
const onAPhone = 3

const PageLink = ({ path, className }: { path: PagePath; className?: string }) => {
  const say = useSay()
  return (
    <Link to={path} search={{}} className={className} activeOptions={{ includeSearch: false }}>
      {say(wordOf(path))}
    </Link>
  )
}

/** Pages behind one button; `narrow` are those that only a phone has no room for. */
const More = ({ narrow, rest }: { narrow: readonly PagePath[]; rest: readonly PagePath[] }) => {
  const say = useSay()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was opened closes the menu
  useEffect(() => setOpen(false), [pathname])
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false)
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    addEventListener('pointerdown', away)
    addEventListener('focusin', away)
    addEventListener('keydown', leave)
    return () => {
      removeEventListener('pointerdown', away)
      removeEventListener('focusin', away)
      removeEventListener('keydown', leave)
    }
  }, [open])
  const here = (paths: readonly PagePath[]) => paths.some((path) => pathname.startsWith(path))
  const wide = rest.length === 0 ? 'narrow-only' : ''
  const current = here(rest) ? 'active' : here(narrow) ? 'active-narrow' : ''
  return (
    <div ref={whole} className={`more-pages ${wide}`}>
      <button
        ref={button}
        type="button"
        className={current}
        aria-expanded={open}
        aria-controls="more-pages"
        onClick={() => setOpen(!open)}
      >
        {say('更多', 'More')}
      </button>
      <ul id="more-pages" hidden={!open}>
        {narrow.map((path) => (
          <li key={path} className="narrow-only">
            <PageLink path={path} />
          </li>
        ))}
        {rest.map((path) => (
          <li key={path}>
            <PageLink path={path} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The pages of a role: those of every day in sight, the others behind one button, the outbox never hidden. */
export const PageLinks = ({ me }: { me: Me }) => {
  const say = useSay()
  const parcels = useParcels(me.id)
  useSending(me.id)
  const { daily, seldom } = pagesOf(me.role)
  const narrow = daily.slice(onAPhone)
  return (
    <nav aria-label={say('主要页面', 'Main pages')}>
      {daily.map((path, at) => (
        <PageLink key={path} path={path} {...(at >= onAPhone && { className: 'wide-only' })} />
      ))}
      {(keepsOutbox(me.role) || parcels.length > 0) && (
        <Link to="/outbox">
          {say(wordOf('/outbox'))}
          {parcels.length > 0 && <span className="count">{parcels.length}</span>}
        </Link>
      )}
      {narrow.length + seldom.length > 0 && <More narrow={narrow} rest={seldom} />}
    </nav>
  )
}
