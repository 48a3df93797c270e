import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { validOn } from '../../core/reference/records.ts'
import { localDate } from '../../core/zone-time.ts'
import { makeContainer } from '../../functions/lib/container.ts'
import { openData } from '../audit/open-data.ts'
import { theOffice } from '../sample-tokens.ts'
import { standingOf } from './account.ts'
import { makeAccounts } from './accounts.ts'
import { addFirstAdmin, Told } from './first-admin.ts'

/** `npm run account -- add official-1`: accounts of the office on this machine, also while it runs. */
const usage = `npm run account -- add USER      新建账号，印出一次性口令 / a new account, with the code to set a password
npm run account -- add USER --admin 姓名
                                 名录中还没有管理员时：先登记一位 / where the directory has no administrator yet: adds one first
npm run account -- reset USER    重设密码 / a new code; the password counts no longer
npm run account -- lock USER     停用 / nobody signs in with it, and who is in is out
npm run account -- unlock USER   启用，并清除失败次数 / may be used again; failures are forgotten
npm run account -- list          全部账号 / all accounts`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, admin: { type: 'string' } },
})
const [action = '', id = ''] = positionals

const tellCode = (code: string) => {
  const address = `${theOffice().origin}/oidc/password?user=${encodeURIComponent(id)}`
  console.log(`一次性口令 / one-time code  ${code}
设置密码 / set a password   ${address}
三天内有效，用一次即失效；请当面或电话告知本人。 / Good for three days and once; hand it over in person or by phone.`)
}

const run = async () => {
  const known = ['add', 'reset', 'lock', 'unlock'].includes(action) && id !== '' && positionals.length === 2
  if (!known && !(action === 'list' && positionals.length === 1)) throw new Told(usage)
  const { table, close } = await openData(resolve(values.data ?? theOffice().dataDir))
  try {
    const container = makeContainer({ table })
    const accounts = makeAccounts({ table, audit: container.audit, now: container.now })
    const { user } = await container.reference()
    const people = validOn(user, localDate(container.now())).filter(({ machine }) => !machine)
    const nameOf = (of: string) => people.find((one) => one.id === of)?.name
    const none = () => new Told(`没有账号 ${id}。 / There is no account ${id}.`)
    if (action === 'list')
      for (const account of await accounts.list()) {
        const { zh, en } = standingOf(account, container.now())
        console.log(
          [account.id, nameOf(account.id) ?? '不在名录中 / not in the directory', `${zh} / ${en}`].join('\t'),
        )
      }
    if (action === 'add') {
      if (values.admin !== undefined) await addFirstAdmin(container, id, values.admin)
      else if (nameOf(id) === undefined)
        throw new Told(
          `名录中没有 ${id}，请先由管理员加入名录。 / ${id} is not in the directory: the administrator adds people there first.`,
        )
      const code = await accounts.add(id)
      if (!code)
        throw new Told(`账号 ${id} 已存在；重设密码用 reset。 / ${id} has an account already; use reset.`)
      tellCode(code)
    }
    if (action === 'reset') {
      const code = await accounts.reset(id)
      if (!code) throw none()
      tellCode(code)
    }
    if (action === 'lock') {
      if (!(await accounts.lock(id))) throw none()
      console.log(`已停用 ${id} / ${id} is locked`)
    }
    if (action === 'unlock') {
      if (!(await accounts.unlock(id))) throw none()
      console.log(`已启用 ${id} / ${id} may be used again`)
    }
    await container.audit.settled()
  } finally {
    await close()
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof Told ? 1 : 2
})
