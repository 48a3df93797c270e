import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../core/api/issues.ts'
import { bankLinkRoutes } from '../../core/api/routes/bank-link.ts'
import { referralRoutes } from '../../core/api/routes/referrals.ts'
import { type Operation, operations, routeOf } from '../../core/api/routes.ts'
import { commandNames } from '../../core/issue/commands.ts'
import { refusalCodes } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import { brokenChains, wholeChain } from '../support/chain.ts'
import { financing, terms } from '../support/financing.ts'
import { aDeadDelivery, hookOf } from '../support/hooks.ts'
import { openTestOffice } from '../support/office.ts'
import { issuesInJournal, recounted, stored } from '../support/recount.ts'
import { aFirm, anotherFirm, stories } from '../support/stories.ts'
import { type Blow, type Known, stormOn } from '../support/storm.ts'

/**
 * Long enough to find what is easily found each time; the seed of a finding is printed with it. A storm blows in gusts
 * until its time is up and something got somewhere, so that a busy machine sees less of it and not nothing.
 */
const gust = { numRuns: 25 }
const mostGusts = 60
const routeMs = Math.floor(14_000 / operations.length)

const started = new Date().toISOString()
const tokens = new Map<string, string>()
let opened: Awaited<ReturnType<typeof openTestOffice>>
let tell: ReturnType<typeof stories>
let banks: ReturnType<typeof financing>
let known: Known
/** The same with issues that nothing has struck yet. */
let fresh: Known

const mobile = { name: '李工', phone: '13890012345' }
/** To it goes no code, so that the firm's word needs none. */
const landline = { name: '李工', phone: '0832-2025577' }

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url))
const aReturn = Buffer.from('企业名称,办理情况,下次答复,是否办结,诉求编号,版本\r\n')
const aSheet = Buffer.from('推荐编号,版本,答复\r\n20261123-7K3Q9-R01,1,受理\r\n')
const fewRows = (ledger: Buffer) => Buffer.from(ledger.toString().split('\n').slice(0, 6).join('\n'))

const askers = ['official-1', 'official-3', 'dispatcher', 'parks-1', 'talent-1', 'manager', 'auditor']

beforeAll(async () => {
  opened = await openTestOffice({ sms: async () => {} })
  tell = stories(opened)
  banks = financing(opened)
  const withFile = await tell.issueAt('handling')
  const image = { name: '图.png', type: 'image/png', base64: 'iVBORw0KGgo=' }
  await opened.ask('official-1', 'POST', `/issues/${withFile}/files`, image)
  const { files = [] } = (await opened.office.container.issues.load(withFile))?.issue ?? {}
  const visit = { kind: 'visit', on: '2026-03-11', firms: [aFirm], noIssues: true }
  const visited = await opened.ask('official-1', 'POST', '/visits', visit)
  const codes: string[] = []
  // Of issues that nothing else strikes, so that the firms' links stay open.
  const linked = [
    ['handling', mobile],
    ['confirming', mobile],
    ['confirming', landline],
    ['closed', landline],
  ] as const
  for (const [stage, contact] of linked) {
    const id = await tell.issueAt(stage, 'own', { contact })
    const link = await opened.ask('dispatcher', 'POST', `/issues/${id}/link`)
    codes.push(String(link.body.code))
  }
  const page = await opened.ask('dispatcher', 'GET', '/issues?queue=department:parks&limit=1')
  const units = ['parks', 'talent', 'team-1', 'team-2', 'service-centre', 'tiancheng']
  const queues = ['mine', 'unit', 'dispatcher', 'department:parks', 'department:talent', 'team:team-1']
  const days = ['2026-11-20', '2026-02-29', '2031-01-01', localDate(started), '2026-11', 'true']
  const aLoan = { category: 'financing', content: '流动资金200万元', need: { amountYuan: 2_000_000 } }
  const loan = await opened.ask('official-1', 'POST', '/issues', { firm: { uscc: aFirm }, ...aLoan })
  // The only one of its kind among many: named several times, so that a short storm meets it too.
  const loans = Array.from({ length: 4 }, () => String(loan.body.id))
  const hook = await hookOf(opened.ask, 'tiancheng', 'https://hooks.example.cn/')
  const { id: dead } = await aDeadDelivery(opened.ask, opened.office.container, 'daqian')
  const fair = await opened.ask('official-1', 'POST', '/fairs', {
    title: '招聘会',
    on: '2026-03-11',
    place: '城区',
  })
  const fairId = String((fair.body.fair as { id: string }).id)
  const report = await opened.ask('manager', 'POST', '/reports', {
    period: { kind: 'month', month: '2026-10' },
  })
  // A file is handed to nobody but who asked for it: each of them has one.
  const exported = await Promise.all(
    askers.map(async (user) => {
      const wanted = { kind: 'indicators', month: '2026-10' }
      return String((await opened.ask(user, 'POST', '/exports', wanted)).body.id)
    }),
  )
  const ofFiles = [fairId, fairId, String(report.body.id), String(report.body.id), ...exported, ...exported]
  const policies = ['sample-equipment-upgrade', 'sample-hightech-reward', 'sample-equipment-upgrade']
  const ids = [...ofFiles, ...policies, dead, withFile, String(visited.body.id), ...loans, aFirm, anotherFirm]
  known = {
    texts: {
      fitting: [...ids, ...units, ...queues, ...days],
      named: {
        file: files.map((file) => file.id),
        cursor: [String(page.body.cursor)],
        command: commandNames,
        team: ['team-1', 'team-2'],
        q: ['甜城', '内江'],
        product: ['micro', 'sci-tech'],
        bank: ['tiancheng', 'hanan'],
        endpoint: [hook.id],
        url: ['https://hooks.example.cn/zhuqi'],
        dryRun: ['true', 'true', 'false'],
        month: ['2026-10', localDate(started).slice(0, 7)],
        base64: ['iVBORw0KGgo='],
        type: ['image/png'],
        acceptWarnings: ['true'],
      },
    },
    codes,
    bankCodes: ['20261122-7K3Q9-R01.AAAAAAAAAAAAAAAAAAAAAA'],
    files: [fewRows(sample('forum-ledger.csv')), sample('forum-ledger.xlsx'), aReturn, aSheet],
  }
  // A bank's own system signs in in another way.
  for (const { id, machine } of (await opened.office.container.reference()).user)
    if (!machine) tokens.set(id, await opened.office.token(id))
  fresh = await withFreshIssues()
})
afterAll(() => opened.close())

/** With issues at every stage, for what struck the ones before has ended some of them. */
const withFreshIssues = async (): Promise<Known> => {
  const stages = ['logged', 'assigned', 'handling', 'confirming', 'closed'] as const
  const ids = await Promise.all([
    ...stages.map((stage) => tell.issueAt(stage)),
    tell.issueAt('handling', 'other'),
  ])
  return { ...known, texts: { ...known.texts, fitting: [...known.texts.fitting, ...ids] } }
}

/** With an issue that two banks have, one of which has made an offer, and the link of its firm. */
const withABank = async (issues: Known): Promise<Known> => {
  const { id, code } = await banks.invited(['tiancheng', 'hanan'], 'parks-1', { contact: landline })
  await banks.says('hanan-1', `${id}-R02`, 'approveReferral', terms)
  const { texts } = issues
  const numbers = { referral: ['R01', 'R02'], consent: ['C01', 'C02'], textVersion: ['2026-2'] }
  const named = { ...texts.named, ...numbers, issue: [id] }
  const ids = [`${id}-R01`, 'bank:tiancheng', 'tiancheng', 'hanan']
  const bankCodes = [await banks.bankLinkOf(`${id}-R01`, 'parks-1')]
  return { ...issues, texts: { fitting: [...ids], named }, codes: [code], bankCodes }
}

const strike = async ({ method, path, headers, body, by }: Blow) => {
  // Who signs out does so in a session of their own, or nobody would be let in any more.
  const token =
    by && (path.split('?')[0]?.endsWith('/sign-out') ? await opened.office.token(by) : tokens.get(by))
  const response = await fetch(`${opened.office.origin}${path}`, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body }),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  }
}

/** Any answer is one of ours: what was asked for in the shape that is promised, or a problem that says what is wrong. */
const expectOurs = (operation: Operation, { status, type, text }: Awaited<ReturnType<typeof strike>>) => {
  if (status >= 400) {
    expect(type).toBe('application/problem+json; charset=utf-8')
    const problem = Problem.parse(JSON.parse(text))
    expect(refusalCodes).toContain(problem.code)
    if (status >= 500) expect([status, problem.code]).toEqual([503, 'busy'])
    return
  }
  const { answer, status: promised } = routeOf(operation)
  expect(status).toBe(promised)
  // A route whose answer has no shape gives a file.
  if (!type.startsWith('application/json')) return expect(answer.type).toBe('unknown')
  answer.parse(JSON.parse(text))
}

describe('whatever is sent', () => {
  it.each(operations)('to %s, the answer is what is promised or says what is wrong', async (operation) => {
    let good = 0
    const refused: Record<string, number> = {}
    if (routeOf(operation).method === 'POST') fresh = await withFreshIssues()
    if (operation in referralRoutes || operation in bankLinkRoutes) fresh = await withABank(fresh)
    const storm = stormOn(operation, fresh)
    const property = fc.asyncProperty(storm, async (blow) => {
      const reply = await strike(blow)
      if (reply.status < 300) good++
      else {
        const { code } = Problem.parse(JSON.parse(reply.text))
        refused[code] = (refused[code] ?? 0) + 1
      }
      expectOurs(operation, reply)
    })
    const began = performance.now()
    for (let gusts = 0; gusts < mostGusts; gusts++) {
      await fc.assert(property, gust)
      if (good > 0 && performance.now() - began > routeMs) break
    }
    expect(
      good,
      `requests that got somewhere, beside refused ones: ${JSON.stringify(refused)}`,
    ).toBeGreaterThan(0)
  })

  it('to all of them, eight at a time, it is the same', async () => {
    fresh = await withFreshIssues()
    const any = fc.oneof(
      ...operations.map((operation) => stormOn(operation, fresh).map((blow) => ({ operation, blow }))),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 8, maxLength: 8 }), async (blows) => {
        const replies = await Promise.all(blows.map(({ blow }) => strike(blow)))
        for (const [index, reply] of replies.entries()) expectOurs(blows[index]?.operation ?? 'health', reply)
      }),
      { numRuns: 1_000, interruptAfterTimeLimit: 3_000, markInterruptAsFailure: false },
    )
  })
})

describe('after all of it', () => {
  it('the history of every issue is whole and can be read', async () => {
    const { plainTable, container } = opened.office
    const ids = await issuesInJournal(plainTable, started, container.now())
    for (const id of ids) {
      await wholeChain(plainTable, id)
      for (const path of [`/issues/${id}`, `/issues/${id}/events`]) {
        expect((await opened.ask('dispatcher', 'GET', path)).status).toBe(200)
      }
    }
    expect(ids.length).toBeGreaterThan(10)
  })

  it('every chain is still what was written', async () => {
    const { findings, streams } = await brokenChains(opened.office)
    expect(findings).toEqual([])
    expect(streams).toBeGreaterThan(20)
  })

  it('the figures equal a recount', async () => {
    const { plainTable, container, feed } = opened.office
    await feed.idle()
    const ids = await issuesInJournal(plainTable, started, container.now())
    const expected = await recounted(plainTable, ids)
    // What is due may fall into a later month than the one it came about in.
    const months = [...Object.keys(expected), localDate(started)].map((place) => place.slice(0, 7))
    expect(await stored(plainTable, [...new Set(months)])).toEqual(expected)
  })
})
