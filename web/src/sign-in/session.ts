import { useSyncExternalStore } from 'react'
import { apiBase } from '../api/base.ts'
import { forget, keepInTab, keptInTab } from '../app/kept.ts'
import { notePerson } from './last-person.ts'
import type { Tokens } from './tokens.ts'

const name = 'zhuqi-session'
/** A token that would end during the request is renewed first. */
const marginMs = 45_000

const read = (): Tokens | undefined => {
  const text = sessionStorage.getItem(name)
  return text ? (JSON.parse(text) as Tokens) : undefined
}

let tokens = read()
let ended = false
let leaving = false
let renewing: Promise<Tokens | undefined | 'unreachable'> | undefined
const listeners = new Set<() => void>()

const setTokens = (next: Tokens | undefined, hasEnded: boolean) => {
  tokens = next
  ended = hasEnded
  if (next) {
    sessionStorage.setItem(name, JSON.stringify(next))
    notePerson(next.access)
  } else sessionStorage.removeItem(name)
  for (const listener of listeners) listener()
}

const renew = async (): Promise<Tokens | undefined | 'unreachable'> => {
  const before = tokens
  if (!before) return undefined
  try {
    const { refresh } = await import('./oidc.ts')
    const next = await refresh(before)
    const renewed = next === 'ended' ? undefined : next
    // Whoever is leaving needs a token once more, to say so, and does not come back by it.
    if (!leaving) setTokens(renewed, next === 'ended')
    return renewed
  } catch {
    return 'unreachable'
  }
}

/** A token that still holds, renewed where needed or wanted; nothing where the person must sign in. */
export const accessToken = async (fresh = false): Promise<string | undefined | 'unreachable'> => {
  if (!tokens) {
    if (!ended) setTokens(undefined, true)
    return undefined
  }
  if (!fresh && tokens.expiresAt - Date.now() > marginMs) return tokens.access
  renewing ??= renew().finally(() => {
    renewing = undefined
  })
  const next = await renewing
  return next === 'unreachable' ? 'unreachable' : next?.access
}

const askAnew = 'ask-anew'

export const signIn = async (returnTo = location.pathname + location.search) => {
  const { startSignIn } = await import('./oidc.ts')
  await startSignIn(returnTo, keptInTab<boolean>(askAnew) ?? false)
}

/** Takes the code from the address bar; answers where the person had been. */
export const completeSignIn = async (): Promise<string> => {
  const { finishSignIn } = await import('./oidc.ts')
  const done = await finishSignIn(new URL(location.href))
  // Whoever was here before may have been someone else.
  forget('me')
  forget(askAnew)
  setTokens(done.tokens, false)
  return done.returnTo
}

/** The API forgets the session first, so that no token of it counts any more, wherever else it may lie. */
const endSession = async () => {
  const token = await accessToken().catch(() => undefined)
  if (!token || token === 'unreachable') return
  const headers = { authorization: `Bearer ${token}` }
  const signal = AbortSignal.timeout(5_000)
  await fetch(`${apiBase}/sign-out`, { method: 'POST', headers, signal }).catch(() => {})
}

export const signOut = async () => {
  const { signOutAddress } = await import('./oidc.ts')
  await endSession()
  const address = await signOutAddress(tokens).catch(() => '/')
  forget('me')
  setTokens(undefined, false)
  location.assign(address)
}

/** Nobody was there for long: the session ends, the page stays, and whoever comes says anew who it is. */
export const leaveIdle = async () => {
  keepInTab(askAnew, true)
  leaving = true
  const ending = endSession()
  setTokens(undefined, true)
  await ending
  leaving = false
}

export type SessionState = 'signedIn' | 'signedOut' | 'ended'

const state = (): SessionState => {
  if (tokens) return 'signedIn'
  return ended ? 'ended' : 'signedOut'
}

export const hasSession = () => state() === 'signedIn'

export const useSession = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, state)
