import { setTimeout as pause } from 'node:timers/promises'
import type { IndicatorAnswer } from '../../core/api/indicators.ts'
import { localDate } from '../../core/zone-time.ts'
import { sampleTokens, theOffice } from '../sample-tokens.ts'
import { makeApi } from './api.ts'
import { resultText } from './result.ts'
import { playTheYear } from './year.ts'

/** `npm run demo`: the sample ledger's year in a minute, through the API of the office that runs on this machine. */
const play = async () => {
  const office = theOffice()
  const { tokenOf } = await sampleTokens(office)
  const api = makeApi(office.origin)
  await playTheYear({ api, tokenOf }, console.log)
  // The figures follow the events by a moment.
  await pause(1_500)
  const month = localDate(new Date().toISOString()).slice(0, 7)
  const figures = async (by: string) => {
    const reply = await api('GET', `/indicators?month=${month}&by=${by}`, { token: await tokenOf('manager') })
    if (!reply.ok) throw new Error(reply.problem.title)
    return reply.body as unknown as IndicatorAnswer
  }
  console.log(`\n${resultText(await figures('all'), await figures('category'))}\n`)
}

try {
  await play()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
