import type { Audit } from '../../functions/lib/audit/audit.ts'
import type { Sessions } from '../../functions/lib/auth/sessions.ts'
import {
  makeTokenVerifier,
  type TokenCheck,
  type TokenVerifier,
} from '../../functions/lib/auth/verify-token.ts'
import type { Table } from '../../functions/store/table.ts'
import { makeAccounts } from '../accounts/accounts.ts'
import { whileAccountStands } from '../accounts/still-counts.ts'
import { accessSeconds } from '../sign-in/configuration.ts'
import { asksWhoItIs, type Door } from '../sign-in/door.ts'
import type { Users } from '../sign-in/users.ts'
import { makeWeCom } from '../sign-in/wecom.ts'
import { type Address, BadSetting, isOpenToOthers } from './address.ts'
import type { SignInSettings } from './sign-in-settings.ts'

type Parts = {
  table: Table
  audit: Audit
  now: () => string
  address: Address
  settings: SignInSettings | undefined
}

/**
 * How people are let into this office. Throws `BadSetting` where people from elsewhere could reach an office that asks
 * nobody who they are.
 */
export const openDoor = async ({ table, audit, now, address, settings }: Parts): Promise<Door> => {
  const door: Door = {
    accounts: makeAccounts({ table, audit, now }),
    always: settings?.accounts ?? false,
    wecom: settings?.wecom && makeWeCom(settings.wecom),
    failed: (by, result) => audit.note({ type: 'SignInFailed', by, result }),
  }
  if (isOpenToOthers(address) && !settings?.outside && !(await asksWhoItIs(door)))
    throw new BadSetting(
      `${address.origin} 对外开放，须先启用账号（ZHUQI_ACCOUNTS=1）、企业微信或外部登录服务。 / ` +
        `${address.origin} is open to others: switch on accounts (ZHUQI_ACCOUNTS=1), WeCom or a sign-in service first.`,
    )
  return door
}

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
