import type { TokenVerifier } from '../../functions/lib/auth/verify-token.ts'
import type { Account } from './account.ts'
import type { Accounts } from './accounts.ts'

/** How somebody without an account stands: whether another way of signing in may have let them in. */
export type Without = (id: string) => Promise<boolean>

/** Whether what was given to somebody at a time (seconds of the wall clock) still counts. */
export const countsFor = (account: Account, givenAt: number): boolean =>
  !account.locked && givenAt >= account.since

type Parts = { accounts: Accounts; on: () => Promise<boolean>; without: Without; tokenSeconds: number }

/**
 * A token of somebody whose account was locked, or whose password was set anew after it was given, counts no longer;
 * nor does one of a sample user once the office has accounts.
 */
export const whileAccountStands =
  (verify: TokenVerifier, { accounts, on, without, tokenSeconds }: Parts): TokenVerifier =>
  async (authorization) => {
    const token = await verify(authorization)
    if (!token.ok || !(await on())) return token
    const account = await accounts.lately(token.subject)
    const counts = account
      ? countsFor(account, Date.parse(token.expiresAt) / 1000 - tokenSeconds)
      : await without(token.subject)
    return counts ? token : { ok: false, code: 'tokenExpired', message: 'the account no longer allows it' }
  }
