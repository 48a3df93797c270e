import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cast, giver } from './cast.ts'
import { confirm, dispatch, handle, verify } from './play.ts'
import { visitFirms } from './results.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const departments = ['talent', 'finance', 'tax', 'innovation', 'parks', 'service-centre']
const teams = [1, 2, 3, 4, 5].map((n) => ({ team: `team-${n}`, official: `official-${2 * n - 1}` }))
/** Rounds without anything to do before the year is over; the workflow routes between them. */
const quietRounds = 4
const mostRounds = 400

const importLedger = async ({ api, tokenOf }: Cast): Promise<string> => {
  const bytes = readFileSync(new URL('../../samples/forum-ledger.xlsx', import.meta.url))
  const token = await tokenOf('dispatcher')
  const imported = await api('POST', '/imports?acceptWarnings=true', { token, bytes, type: xlsx })
  if (!imported.ok) throw new Error(imported.problem.title)
  const counts = imported.body.counts as Record<string, number>
  const found = `新增 ${counts.new}，重复 ${counts.duplicate}，警告 ${counts.warning}，错误 ${counts.error}`
  return `台账：${found}；导入 ${imported.body.imported} 件`
}

/** Imports the sample ledger and plays everyone's part until nobody has anything left to do. */
export const playTheYear = async (cast: Cast, say: (line: string) => void): Promise<void> => {
  const give = giver(cast)
  say(await importLedger(cast))
  say(await visitFirms(cast))
  let quiet = 0
  for (let round = 1; round <= mostRounds && quiet < quietRounds; round++) {
    let todo = await dispatch(cast, give)
    for (const department of departments) todo += await handle(cast, give, department)
    for (const { team, official } of teams) todo += await confirm(cast, give, team, official)
    quiet = todo === 0 ? quiet + 1 : 0
    if (todo > 0) say(`第 ${round} 轮：办理 ${todo} 件次`)
    await pause(todo === 0 ? 300 : 50)
  }
  for (const department of departments) await verify(cast, give, department)
}
