import { describe, expect, it } from 'vitest'
import { officeThatTexts } from '../support/office-of-file.ts'
import { expectProblem } from '../support/problems.ts'
import { stories } from '../support/stories.ts'

const { opened, texts, gateway } = await officeThatTexts()
const tell = stories(opened)

const anIssue = (contact: object = { name: '王芳', phone: '138-9001-2345' }) =>
  tell.issueAt('confirming', 'own', { contact })
const ask = (id: string, body: object = {}, headers = {}, by = 'official-1') =>
  opened.ask(by, 'POST', `/issues/${id}/link`, body, headers)
const looks = async (code: string) =>
  (await opened.ask(undefined, 'GET', '/track', undefined, { 'x-track-code': code })).status
const codeOf = ({ text }: { text: string } = { text: '' }) => /\/t#(\S+?)，/.exec(text)?.[1] ?? ''

describe("the firm's link", () => {
  it('goes to the contact by text message, and whoever asked for it does not see it', async () => {
    const id = await anIssue()
    const { status, body } = await ask(id, { by: 'sms' })
    expect([status, body.sentTo, texts[0]?.to]).toEqual([201, '138****2345', '13890012345'])
    expect([body.code, body.url]).toEqual([undefined, undefined])
    expect(await looks(codeOf(texts[0]))).toBe(200)
  })

  it('that is handed out anew ends the one before, whichever way each went', async () => {
    const id = await anIssue()
    const first = String((await ask(id)).body.code)
    await ask(id, { by: 'sms' })
    const second = codeOf(texts[0])
    expect([await looks(first), await looks(second)]).toEqual([401, 200])
    const third = String((await ask(id)).body.code)
    expect([await looks(second), await looks(third)]).toEqual([401, 200])
  })

  it('is texted once for one request, however often it is repeated', async () => {
    const id = await anIssue()
    const key = { 'idempotency-key': `text-${id}` }
    const first = await ask(id, { by: 'sms' }, key)
    const again = await ask(id, { by: 'sms' }, key)
    expect([again.status, again.body]).toEqual([first.status, first.body])
    expect(texts).toHaveLength(1)
  })

  it('that could not be texted is not said to have been, and is tried again under the same key', async () => {
    const id = await anIssue()
    const key = { 'idempotency-key': `down-${id}` }
    gateway.is = 'down'
    expectProblem(await ask(id, { by: 'sms' }, key), 503, 'linkNotSent')
    gateway.is = 'up'
    expect((await ask(id, { by: 'sms' }, key)).status).toBe(201)
    expect(await looks(codeOf(texts[0]))).toBe(200)
  })

  it('is not texted to a landline, and by nobody of the department that it judges', async () => {
    expectProblem(
      await ask(await anIssue({ name: '王芳', phone: '0832-2012345' }), { by: 'sms' }),
      409,
      'noWayForLink',
    )
    expectProblem(await ask(await anIssue({}), { by: 'sms' }, {}, 'parks-1'), 403, 'mustBeOutside')
    expect(texts).toEqual([])
  })

  it('says until when it opens, to whoever may see the issue, and never its code or hash', async () => {
    const id = await anIssue()
    const { body } = await ask(id)
    const seen = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    expect(seen.body.linkUntil).toBe(body.expiresAt)
    expect(JSON.stringify(seen.body)).not.toMatch(/"hash"/)
  })

  it('can be texted where the portal is told so', async () => {
    expect((await opened.ask('official-1', 'GET', '/me')).body.texts).toBe(true)
  })
})

describe('the signed form, as the other way for the firm to speak', () => {
  const form = { name: '确认表.png', type: 'image/png', base64: 'iVBORw0KGgo=' }
  const confirm = (id: string, input: object) =>
    opened.command('official-1', id, 'confirmClosure', { result: 'solved', via: 'form', ...input })
  const uploaded = async (id: string) => {
    await opened.ask('official-1', 'POST', `/issues/${id}/files`, form)
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    return (body.issue as { files: { id: string }[] }).files.at(-1)?.id
  }

  it('confirms with the form that was scanned in, which stands beside the confirmation', async () => {
    const id = await anIssue()
    const file = await uploaded(id)
    expect((await confirm(id, { file, satisfaction: 'satisfied' })).body.stage).toBe('closed')
    const { body } = await opened.ask('dispatcher', 'GET', `/issues/${id}`)
    expect((body.issue as { confirmation: object }).confirmation).toMatchObject({ via: 'form', file })
  })

  it('counts with no form, or with one of another issue, as nothing', async () => {
    const id = await anIssue()
    const elsewhere = await uploaded(await anIssue())
    expectProblem(await confirm(id, {}), 409, 'formMissing')
    expectProblem(await confirm(id, { file: elsewhere }), 409, 'formMissing')
    expect(await tell.stageOf(id)).toBe('confirming')
  })

  it('disputes likewise', async () => {
    const id = await anIssue()
    const input = { via: 'form', text: '机器还没有到位', file: await uploaded(id) }
    expect((await opened.command('official-1', id, 'disputeClosure', input)).body.stage).toBe('handling')
  })
})
