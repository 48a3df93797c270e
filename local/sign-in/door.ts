import type { Accounts } from '../accounts/accounts.ts'
import { countsFor } from '../accounts/still-counts.ts'
import type { WeCom } from './wecom.ts'

/** How people are let in: sample users by choosing one, or people with a password, or members of a WeCom. */
export type Door = {
  accounts: Accounts
  /** Passwords are asked for even while nobody has an account. */
  always: boolean
  wecom?: WeCom | undefined
  /** Puts on record that somebody was not let in by another way than a password. */
  failed: (by: string, result: string) => void
}

/** Whether sample users are off. */
export const asksWhoItIs = async (door: Door | undefined): Promise<boolean> =>
  door !== undefined && (door.always || door.wecom !== undefined || (await door.accounts.on()))

/** Whether somebody who was let in at a time (seconds of the wall clock) may go on. */
export const staysIn = async (door: Door | undefined, id: string, since: number): Promise<boolean> => {
  if (!door || !(await asksWhoItIs(door))) return true
  const account = await door.accounts.lately(id)
  return account ? countsFor(account, since) : door.wecom !== undefined
}
