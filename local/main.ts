import { resolve } from 'node:path'
import { auditDaysFrom } from '../functions/lib/audit/keep.ts'
import { mailerFrom } from '../functions/lib/mail.ts'
import { robotFrom } from '../functions/lib/robot.ts'
import { smsFrom } from '../functions/lib/sms.ts'
import { EngineError } from './engine/engine-error.ts'
import { addressFrom, BadSetting } from './office/address.ts'
import { startOffice } from './office/office.ts'
import { directoryFrom } from './office/own-office.ts'
import { signInFrom } from './office/sign-in-settings.ts'

const port = Number(process.env.PORT ?? 3000)
const dataDir = resolve(process.env.ZHUQI_DATA ?? '.zhuqi')

const sampleWays = `  登录 sign in  打开门户，选择一位示例用户（如 一线队员1、调度员、分管领导）
                open the portal and choose a sample user
  令牌 token    npm run token -- official-1
  演示 demo     npm run demo`
const realWays = `  登录 sign in  名录中的人员 / people of the directory
  账号 account  npm run account -- list`

const welcome = (origin: string, open: number, ways: string) => `
助企 Zhuqi 已启动 / is running

  门户 portal   ${origin}
${ways}
  接口 API      ${origin}/api/v1/openapi.json
  数据 data     ${dataDir}
${open > 0 ? `\n  ${open} 件未结诉求已恢复流转 / open issues have their workflow again\n` : ''}`

const auditDays = () => {
  try {
    return auditDaysFrom(process.env)
  } catch (error) {
    throw new BadSetting(error instanceof Error ? error.message : String(error))
  }
}

try {
  const office = await startOffice({
    dataDir,
    address: addressFrom(process.env),
    signIn: signInFrom(process.env),
    directory: directoryFrom(process.env),
    auditDays: auditDays(),
    idleMinutes: Number(process.env.ZHUQI_IDLE_MINUTES) || undefined,
    messenger: robotFrom(process.env),
    mailer: mailerFrom(process.env),
    sms: smsFrom(process.env),
    onEngineExit: () => {
      console.error('数据库进程意外结束，请重新启动。 / The database process ended; start again.')
      process.exit(1)
    },
  })
  console.log(welcome(office.origin, office.restarted.started, office.forSamples ? sampleWays : realWays))
  const end = () => {
    office.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (inUse)
    console.error(
      `端口 ${port} 已被占用，请用 PORT=… 另选一个。 / Port ${port} is taken; choose another with PORT=…`,
    )
  else console.error(error instanceof EngineError || error instanceof BadSetting ? error.message : error)
  process.exit(1)
}
