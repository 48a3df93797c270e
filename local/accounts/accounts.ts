import type { Audit } from '../../functions/lib/audit/audit.ts'
import { makeAttempts } from '../../functions/lib/limits/attempts.ts'
import type { Table } from '../../functions/store/table.ts'
import { type Account, accountRow, readAccount, readAccounts } from './account.ts'
import { makeGate } from './gate.ts'
import { isCode, keptCode, newCode } from './one-time-code.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { passwordFault, type Words } from './password-rules.ts'

type Parts = { table: Table; audit: Audit; now: () => string; wallNow?: () => number }

const codeDays = 3
const tries = 5
const rememberedMs = 3_000

export type Refused = { ok: false; locked?: boolean; words: Words }
export type Accounts = ReturnType<typeof makeAccounts>

const wrong: Words = { zh: '用户编号或密码不对。', en: 'The user id or the password is wrong.' }
const wrongProof: Words = {
  zh: '用户编号、一次性口令或现密码不对，或口令已过期。',
  en: 'The user id, the one-time code or the present password is wrong, or the code has expired.',
}
const stopped: Words = {
  zh: '这个账号已停用，请联系管理员。',
  en: 'This account is locked; ask the administrator.',
}
const busy: Words = {
  zh: '登录的人太多，请稍后再试。',
  en: 'Too many people are signing in; try again soon.',
}
const heldFor = (seconds: number): Words => {
  const minutes = Math.ceil(seconds / 60)
  return {
    zh: `失败次数过多，请 ${minutes} 分钟后再试，或请管理员重设密码。`,
    en: `Too many failures: try again in ${minutes} minutes, or ask the administrator to reset the password.`,
  }
}

/**
 * Accounts of an office that signs its people in by itself: rows of the table, each change in one transaction with its
 * line on record. `now` is UTC in the office's time; sessions and tokens go by the wall clock.
 */
export const makeAccounts = ({ table, audit, now, wallNow = Date.now }: Parts) => {
  const attempts = makeAttempts(table, now)
  const gate = makeGate(2, 200)
  const nameOf = (id: string) => `account ${id}`
  const remembered = new Map<string, { account: Account | undefined; until: number }>()
  let any = false

  /** Makes a new state out of the one that is there; nothing where `make` gives nothing. */
  const change = async (
    id: string,
    what: string,
    by: string,
    make: (account: Account | undefined) => Omit<Account, 'id' | 'version'> | undefined,
  ): Promise<boolean> => {
    for (let tried = 0; tried < tries; tried++) {
      const known = await readAccount(table, id)
      const made = make(known)
      if (!made) return false
      const put = accountRow({ ...made, id, version: (known?.version ?? 0) + 1 })
      const when = known ? { version: known.version } : ('absent' as const)
      const entry = { type: 'Changed', what, about: id, by } as const
      remembered.delete(id)
      if ((await audit.record(entry, [{ put, when }])).written) return true
    }
    throw new Error(`the account ${id} is changed by many at once`)
  }
  const seconds = () => Math.floor(wallNow() / 1000)
  const freshCode = () => {
    const code = newCode()
    const until = new Date(Date.parse(now()) + codeDays * 86_400_000).toISOString()
    return { code, kept: keptCode(code, until) }
  }

  /** Counts a failure and puts it on record; the words for whoever typed. */
  const failed = async (account: Account | undefined, id: string, words: Words): Promise<Refused> => {
    const lockedNow = await attempts.failed(nameOf(id))
    audit.note({
      type: 'SignInFailed',
      // What is no account may be anything that somebody typed, a password too.
      by: account ? id : 'nobody',
      result: lockedNow ? 'lockedForAWhile' : 'wrongPassword',
    })
    return {
      ok: false,
      locked: lockedNow,
      words: lockedNow ? heldFor(await attempts.lockedFor(nameOf(id))) : words,
    }
  }
  const heldNow = async (id: string): Promise<Refused | undefined> => {
    const held = await attempts.lockedFor(nameOf(id))
    if (held === 0) return undefined
    const by = (await readAccount(table, id)) ? id : 'nobody'
    audit.note({ type: 'SignInFailed', by, result: 'lockedForAWhile' })
    return { ok: false, locked: true, words: heldFor(held) }
  }
  const stoppedNow = (id: string): Refused => {
    audit.note({ type: 'SignInFailed', by: id, result: 'accountLocked' })
    return { ok: false, words: stopped }
  }

  const signIn = async (id: string, password: string): Promise<{ ok: true } | Refused> => {
    const held = await heldNow(id)
    if (held) return held
    const account = await readAccount(table, id)
    if (!(await isPassword(password, account?.password)) || !account) return failed(account, id, wrong)
    if (account.locked) return stoppedNow(id)
    await attempts.succeeded(nameOf(id))
    return { ok: true }
  }

  const setPassword = async (
    id: string,
    proof: string,
    password: string,
  ): Promise<{ ok: true } | Refused> => {
    const held = await heldNow(id)
    if (held) return held
    const account = await readAccount(table, id)
    const known = isCode(proof, account?.code, now()) || (await isPassword(proof, account?.password))
    if (!account || !known) return failed(account, id, wrongProof)
    if (account.locked) return stoppedNow(id)
    const fault = passwordFault(password, id)
    if (fault) return { ok: false, words: fault }
    const kept = await hashPassword(password)
    // A code that was used meanwhile, or an account that was locked meanwhile, is another version.
    const written = await change(id, 'setPassword', id, (current) =>
      current?.version === account.version ? { password: kept, locked: false, since: seconds() } : undefined,
    )
    if (!written) return { ok: false, words: wrongProof }
    await attempts.succeeded(nameOf(id))
    return { ok: true }
  }

  const byAdministrator = 'system'
  const setLocked = (id: string, locked: boolean) =>
    change(
      id,
      locked ? 'lockAccount' : 'unlockAccount',
      byAdministrator,
      (account) => account && { ...account, locked, since: locked ? seconds() + 1 : account.since },
    )

  return {
    /** Whether anybody has an account: from then on nobody signs in without. */
    on: async (): Promise<boolean> => {
      any ||= (await readAccounts(table)).length > 0
      return any
    },
    list: () => readAccounts(table),
    /** The code with which the person sets a password; nothing where there is such an account already. */
    add: async (id: string): Promise<string | undefined> => {
      const { code, kept } = freshCode()
      const made = await change(id, 'addAccount', byAdministrator, (account) =>
        account ? undefined : { code: kept, locked: false, since: seconds() },
      )
      return made ? code : undefined
    },
    /** A new code; the password and every session of before count no longer. Nothing where there is no such account. */
    reset: async (id: string): Promise<string | undefined> => {
      const { code, kept } = freshCode()
      const made = await change(
        id,
        'resetAccount',
        byAdministrator,
        (account) => account && { code: kept, locked: account.locked, since: seconds() + 1 },
      )
      if (made) await attempts.succeeded(nameOf(id))
      return made ? code : undefined
    },
    /** False where there is no such account. Every session of it ends at once. */
    lock: (id: string) => setLocked(id, true),
    unlock: async (id: string): Promise<boolean> => {
      await attempts.succeeded(nameOf(id))
      return setLocked(id, false)
    },
    signIn: async (id: string, password: string) =>
      (await gate(() => signIn(id, password))) ?? { ok: false as const, words: busy },
    /** Sets a password for whoever knows the one-time code or the present password. */
    setPassword: async (id: string, proof: string, password: string) =>
      (await gate(() => setPassword(id, proof, password))) ?? { ok: false as const, words: busy },
    /** The account as it was within the last three seconds. */
    lately: async (id: string): Promise<Account | undefined> => {
      const known = remembered.get(id)
      if (known && known.until > wallNow()) return known.account
      const account = await readAccount(table, id)
      if (remembered.size > 2_000) remembered.clear()
      remembered.set(id, { account, until: wallNow() + rememberedMs })
      return account
    },
  }
}
