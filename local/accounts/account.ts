import * as z from 'zod'
import { keys } from '../../functions/store/keys.ts'
import type { Table } from '../../functions/store/table.ts'
import { OneTimeCode } from './one-time-code.ts'
import { PasswordHash } from './password-hash.ts'

/** What lets somebody of the directory sign in here. Who they are and what they may do stands in the directory alone. */
const Account = z.object({
  id: z.string(),
  version: z.int(),
  password: PasswordHash.optional(),
  code: OneTimeCode.optional(),
  /** By the administrator, until unlocked. Failures lock for a while, and are counted elsewhere. */
  locked: z.boolean(),
  /** Sessions and tokens given before it count no longer; seconds of the wall clock. */
  since: z.int(),
})
export type Account = z.infer<typeof Account>

export const readAccount = async (table: Table, id: string): Promise<Account | undefined> => {
  const row = await table.get(keys.account(id))
  return row && Account.parse(row)
}

/** One page: a small office has hundreds of people, and a page of the engine holds thousands of these rows. */
export const readAccounts = async (table: Table): Promise<Account[]> => {
  const { items } = await table.query({ pk: keys.account('').pk, consistent: true })
  return items.map((item) => Account.parse(item))
}

export const accountRow = (account: Account) => ({ ...keys.account(account.id), ...account })

export const standingOf = ({ locked, password, code }: Account, now: string) => {
  if (locked) return { zh: '已停用', en: 'locked' }
  if (password) return { zh: '可登录', en: 'may sign in' }
  if (code && Date.parse(code.until) > Date.parse(now)) return { zh: '待设密码', en: 'password to be set' }
  return { zh: '口令已过期', en: 'code has expired' }
}
