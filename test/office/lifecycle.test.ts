import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, until } from '../support/office.ts'
import { today } from '../support/today.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice()
})
afterAll(() => opened.close())

const road = {
  firm: { uscc: '91511099MA6100017L' },
  category: 'other',
  content: '厂区门口道路破损，货车进出困难。',
}

const stageOf = async (id: string) => {
  const reply = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
  return (reply.body.issue as { stage: string }).stage
}
/** The workflow has seen all that happened and waits again. */
const settled = () =>
  until(async () => {
    await opened.office.feed.idle()
    return opened.office.steps.runningCount() === 0
  }, 'the workflow waits')
const reaches = (id: string, stage: string) =>
  until(async () => (await stageOf(id)) === stage, `${id} at ${stage}`)

describe("one firm's issue, from logged to closed", () => {
  it('is routed by the workflow, accepted, answered, proposed for closure, and confirmed by the firm through its link', async () => {
    const { ask, command } = opened
    const logged = await ask('official-1', 'POST', '/issues', road)
    expect(logged.status, JSON.stringify(logged.body)).toBe(201)
    const id = String(logged.body.id)
    expect(logged.body).toMatchObject({ stage: 'logged', version: 1, events: ['IssueLogged'] })
    await reaches(id, 'assigned')
    await settled()
    const events = await ask('dispatcher', 'GET', `/issues/${id}/events`)
    expect((events.body.items as { by: string; type: string }[])[1]).toMatchObject({
      by: 'system',
      type: 'IssueRouted',
    })

    expect((await command('parks-1', id, 'acceptAssignment')).body).toMatchObject({ stage: 'handling' })
    await settled()
    expect((await command('parks-1', id, 'recordReply', { text: '已安排施工队，周五前修复。' })).status).toBe(
      200,
    )
    expect(
      (await command('parks-1', id, 'proposeClosure', { closure: 'solved', text: '路面已修复。' })).body,
    ).toMatchObject({
      stage: 'confirming',
    })
    const link = await ask('official-1', 'POST', `/issues/${id}/link`)
    const code = String(link.body.code)
    const seen = await ask(undefined, 'GET', '/track', undefined, { 'x-track-code': code })
    expect(seen.body).toMatchObject({ stage: 'confirming', department: '园区建设服务局' })
    expect(JSON.stringify(seen.body)).toContain('已安排施工队')
    const confirmed = await ask(
      undefined,
      'POST',
      '/track/confirmation',
      { result: 'solved', satisfaction: 'satisfied' },
      { 'x-track-code': code },
    )
    expect(confirmed.body, JSON.stringify(confirmed.body)).toMatchObject({ stage: 'closed' })

    await opened.office.feed.idle()
    const client = new SFNClient({
      endpoint: opened.office.steps.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    const { executions } = await client.send(
      new ListExecutionsCommand({ stateMachineArn: opened.office.machineArn, statusFilter: 'RUNNING' }),
    )
    const mine = executions?.filter((execution) => execution.name?.startsWith(id)) ?? []
    expect(mine).toHaveLength(1)
    const wayTaken = async () => {
      const history = await client.send(
        new GetExecutionHistoryCommand({ executionArn: mine[0]?.executionArn, maxResults: 1000 }),
      )
      return (history.events ?? []).flatMap((event) => event.stateEnteredEventDetails?.name ?? [])
    }
    const way = await until(async () => {
      const names = await wayTaken()
      return names.at(-1) === 'Wait for verification' && names
    }, 'the execution waits for verification')
    expect(way.slice(0, 3)).toEqual(['Load issue', 'Where does the issue stand?', 'Route by the rules'])
    expect(way).toContain('Wait for acceptance')
    expect(way).toContain('Wait for the department')
  })

  it('counts what was logged and closed, by department, once the consumers have seen it', async () => {
    await opened.office.feed.idle()
    const month = today().slice(0, 7)
    const reply = await opened.ask('manager', 'GET', `/indicators?month=${month}&by=department`)
    expect(reply.body.rows).toContainEqual(
      expect.objectContaining({
        dimension: 'department:parks',
        counts: expect.objectContaining({ logged: 1, closed: 1, 'confirmed.solved': 1 }),
      }),
    )
  })
})
