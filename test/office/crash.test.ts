import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '../../core/zone-time.ts'
import { makeApi, type Reply } from '../../local/demo/api.ts'
import type { Cast } from '../../local/demo/cast.ts'
import { playTheYear } from '../../local/demo/year.ts'
import { freePort } from '../../local/engine/free-port.ts'
import { enginesOn } from '../../local/engine/leftover.ts'
import { sampleTokens } from '../../local/sample-tokens.ts'
import { openTestOffice, until } from '../support/office.ts'
import { issuesInJournal, recounted, stored } from '../support/recount.ts'
import { scratchFolder } from '../support/table.ts'

const moments = 20
/** The import of a whole ledger begins anew after each kill: it may have to wait for the last one. */
const patienceMs = 200_000

type Answered = { id: string; version: number; events: string[] }

const scratch = scratchFolder()
const started = new Date(Date.now() - 60_000).toISOString()
let port: number
let office: ChildProcess
beforeAll(async () => {
  port = await freePort()
})
afterAll(() => {
  office?.kill('SIGKILL')
  scratch.remove()
})

const startProcess = async () => {
  office = spawn(process.execPath, ['local/main.ts'], {
    env: { ...process.env, PORT: String(port), ZHUQI_DATA: scratch.folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await until(
    async () => (await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => undefined))?.ok,
    'the office answers',
    20_000,
  )
}

const killProcess = () =>
  new Promise<void>((resolve) => {
    office.once('exit', () => resolve())
    office.kill('SIGKILL')
  })

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The demonstration's API, remembering every answer that a person could have read. */
const remembering = (origin: string, answered: Answered[]): Cast['api'] => {
  const api = makeApi(origin, patienceMs)
  return async (method, path, asked) => {
    const reply: Reply = await api(method, path, asked)
    const { id, version, events } = reply.ok ? reply.body : {}
    if (typeof version === 'number' && Array.isArray(events))
      answered.push({ id: String(id), version, events })
    return reply
  }
}

/** Who is asked for for the first time while the office is down is asked for again when it is up. */
const patient = ({ tokenOf }: Pick<Cast, 'tokenOf'>): Pick<Cast, 'tokenOf'> => ({
  tokenOf: async (user) => {
    const end = Date.now() + patienceMs
    for (;;) {
      try {
        return await tokenOf(user)
      } catch (error) {
        if (Date.now() > end) throw error
        await pause(100)
      }
    }
  },
})

/** More work for as long as the office is being killed: new issues of a firm, each its own words. */
const keepLogging = async ({ api, tokenOf }: Cast, over: () => boolean) => {
  for (let n = 0; !over(); n++) {
    const body = {
      firm: { uscc: '91511099MA6100017L' },
      category: 'other',
      content: `第${n}处路灯不亮，夜班员工出行不便。`,
    }
    await api('POST', '/issues', { token: await tokenOf('official-1'), body })
  }
}

describe('an office that is killed at any moment', () => {
  it(`has lost nothing that was answered, after ${moments} moments in the middle of its work`, {
    timeout: 480_000,
  }, async () => {
    await startProcess()
    const origin = `http://127.0.0.1:${port}`
    const { tokenOf } = patient(await sampleTokens({ origin, dataDir: scratch.folder }))
    const answered: Answered[] = []
    const cast = { api: remembering(origin, answered), tokenOf }
    let killed = 0
    const playing = playTheYear(cast, () => {})
    const logging = keepLogging(cast, () => killed === moments)
    while (killed < moments) {
      await pause(150 + Math.random() * 900)
      await killProcess()
      killed++
      await startProcess()
    }
    await Promise.all([playing, logging])
    await killProcess()
    expect(answered.length).toBeGreaterThan(300)

    const opened = await openTestOffice({ dataDir: scratch.folder, port })
    try {
      const { plainTable, container, feed, restarted, steps } = opened.office
      for (const [id, answers] of Map.groupBy(answered, (one) => one.id)) {
        const [, issue = id, referral] = /^(.+)-(R\d\d)$/.exec(id) ?? []
        const history = await container.issues.history(issue)
        const ofReferral = history.filter((event) => 'referral' in event && event.referral === referral)
        for (const { version, events } of answers) {
          const there = history.slice(version - events.length, version).map((event) => event.type)
          // A bank counts versions of its own: only what it changed, in the order of its answers.
          if (referral) expect(ofReferral.map((event) => event.type)).toEqual(expect.arrayContaining(events))
          else expect(there, `${id} at version ${version}`).toEqual(events)
        }
      }
      await feed.idle()
      const waiting = () => steps.waitingCount() === restarted.open
      await until(async () => waiting(), 'every open issue has an execution that waits')
      expect(restarted.open).toBeGreaterThan(0)

      const ids = await issuesInJournal(plainTable, `${started.slice(0, 19)}Z`, container.now())
      const expected = await recounted(plainTable, ids)
      // What is due may fall into a later month than the one it came about in.
      const months = [...Object.keys(expected), localDate(started)].map((place) => place.slice(0, 7))
      expect(await stored(plainTable, [...new Set(months)])).toEqual(expected)
    } finally {
      await opened.close()
    }
    expect(await enginesOn(join(scratch.folder, 'zhuqi.db'))).toEqual([])
  })
})
