import type { Audit } from '../../functions/lib/audit/audit.ts'
import type { Sessions } from '../../functions/lib/auth/sessions.ts'
import {
  makeTokenVerifier,
  type TokenCheck,
  type TokenVerifier,
} from '../../functions/lib/auth/verify-token.ts'
import { forgetReference } from '../../functions/lib/reference.ts'
import type { Table } from '../../functions/store/table.ts'
import { type Accounts, makeAccounts } from '../accounts/accounts.ts'
import { whileAccountStands } from '../accounts/still-counts.ts'
import { accessSeconds } from '../sign-in/configuration.ts'
import { asksWhoItIs, type Door } from '../sign-in/door.ts'
import type { Users } from '../sign-in/users.ts'
import { makeWeCom } from '../sign-in/wecom.ts'
import type { SignInSettings } from './sign-in-settings.ts'

type Parts = {
  table: Table
  audit: Audit
  now: () => string
  settings: SignInSettings | undefined
  ofSamples: boolean
}

/** Whoever has just set a first password may have been added to the directory a moment ago, by another process. */
const knownAtOnce = (accounts: Accounts): Accounts => ({
  ...accounts,
  setPassword: (...asked) => accounts.setPassword(...asked).finally(forgetReference),
})

/** How people are let into this office: nobody of a real one may be chosen from a list. */
export const openDoor = ({ table, audit, now, settings, ofSamples }: Parts): Door => ({
  accounts: knownAtOnce(makeAccounts({ table, audit, now })),
  always: !ofSamples || (settings?.accounts ?? false),
  wecom: settings?.wecom && makeWeCom(settings.wecom),
  failed: (by, result) => audit.note({ type: 'SignInFailed', by, result }),
})

/** Tokens of the office's own provider, while the account behind them stands. */
export const ownTokens = (check: TokenCheck, door: Door, users: Users): TokenVerifier =>
  whileAccountStands(makeTokenVerifier(check), {
    accounts: door.accounts,
    on: () => asksWhoItIs(door),
    // A bank's own system has a secret and no account; members of WeCom need none.
    without: async (id) =>
      door.wecom !== undefined || (await users()).some((user) => user.id === id && user.machine === true),
    tokenSeconds: accessSeconds,
  })

/** Sessions that end on the sign-in page too: who is out must not be let in again by its cookie. */
export const endingEverywhere = (
  sessions: Sessions,
  forget: (session: string) => Promise<void>,
): Sessions => ({
  ...sessions,
  end: async (id, user) => {
    await sessions.end(id, user)
    await forget(id)
  },
})
