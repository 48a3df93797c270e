import { describe, expect, it } from 'vitest'
import { officeOfFile } from '../support/office-of-file.ts'
import { expectProblem } from '../support/problems.ts'
import { stories } from '../support/stories.ts'

const day = 24 * 3600 * 1000

const opened = await officeOfFile()
const tell = stories(opened)

const linkTo = async (id: string) =>
  String((await opened.ask('official-1', 'POST', `/issues/${id}/link`)).body.code)
const track = (code?: string) =>
  opened.ask(undefined, 'GET', '/track', undefined, code === undefined ? {} : { 'x-track-code': code })
const say = (code: string, body: unknown) =>
  opened.ask(undefined, 'POST', '/track/confirmation', body, { 'x-track-code': code })

/** Refused in the same words whatever was wrong, so that nothing can be found out by trying. */
const expectShut = async (code?: string) => {
  const problem = expectProblem(await track(code), 401, 'linkUnknown')
  expect(problem).toEqual(
    expectProblem(await track('20261123-ZZZZZ.AAAAAAAAAAAAAAAAAAAAAA'), 401, 'linkUnknown'),
  )
}

describe("the firm's link", () => {
  it('opens its own issue', async () => {
    const id = await tell.logged()
    const reply = await track(await linkTo(id))
    expect([reply.status, reply.body.id]).toEqual([200, id])
  })

  it('that is wrong, or of another issue, opens nothing', async () => {
    const [id, another] = [await tell.logged(), await tell.logged()]
    const [code, other] = [await linkTo(id), await linkTo(another)]
    const [, secret = ''] = code.split('.')
    const wrong = [
      undefined,
      'garbage',
      id,
      `${id}.`,
      `${id}.${secret.slice(1)}`,
      `${id}.${secret}A`,
      `${id}.${other.split('.')[1]}`,
      `${another}.${secret}`,
      `${id}.${secret}.${secret}`,
    ]
    for (const one of wrong) await expectShut(one)
  })

  it('of an issue that never had one opens nothing', async () => {
    await expectShut(`${await tell.logged()}.AAAAAAAAAAAAAAAAAAAAAA`)
  })

  it('that was revoked opens nothing any more, and nothing can be said by it', async () => {
    const id = await tell.issueAt('confirming')
    const code = await linkTo(id)
    await opened.command('official-1', id, 'revokeLink')
    await expectShut(code)
    expectProblem(await say(code, { result: 'solved' }), 401, 'linkUnknown')
    expect(await tell.stageOf(id)).toBe('confirming')
  })

  it('that was handed out again opens by the new code only', async () => {
    const id = await tell.logged()
    const [first, second] = [await linkTo(id), await linkTo(id)]
    await expectShut(first)
    expect((await track(second)).status).toBe(200)
  })

  it('opens none of the pages of the office', async () => {
    const id = await tell.logged()
    const code = await linkTo(id)
    const headers = { 'x-track-code': code, authorization: `Bearer ${code}` }
    expectProblem(
      await opened.ask(undefined, 'GET', `/issues/${id}`, undefined, headers),
      401,
      'tokenInvalid',
    )
  })

  it('lets the firm say that it is not solved only with a word on what is missing', async () => {
    const id = await tell.issueAt('confirming')
    const code = await linkTo(id)
    const problem = expectProblem(await say(code, { result: 'unsolved' }), 400, 'badInput')
    expect(problem.errors).toMatchObject([{ pointer: '/text' }])
    expect((await say(code, { result: 'unsolved', text: '还有一盏不亮' })).body).toMatchObject({
      stage: 'handling',
    })
    expectProblem(await say(code, { result: 'solved' }), 409, 'wrongStage')
  })

  it('opens for half a year and not a day longer', async () => {
    const code = await linkTo(await tell.logged())
    await opened.clock.advance(180 * day)
    expect((await track(code)).status).toBe(200)
    await opened.clock.advance(1000)
    await expectShut(code)
  })
})
