import { describe, expect, it } from 'vitest'
import { officeThatTexts } from '../support/office-of-file.ts'
import { expectProblem } from '../support/problems.ts'
import { stories } from '../support/stories.ts'

const { opened, texts, gateway } = await officeThatTexts()
const tell = stories(opened)

const phone = '138-9001-2345'
const asked = async (contact: object = { name: '王芳', phone }) => {
  const id = await tell.issueAt('confirming', 'own', { contact })
  const { body } = await opened.ask('official-1', 'POST', `/issues/${id}/link`)
  return { id, link: String(body.code) }
}
const by = (link: string, more: Record<string, string> = {}) => ({ 'x-track-code': link, ...more })
const send = (link: string, headers: Record<string, string> = {}) =>
  opened.ask(undefined, 'POST', '/track/codes', {}, by(link, headers))
const confirm = (link: string, more: object = {}, headers: Record<string, string> = {}) =>
  opened.ask(undefined, 'POST', '/track/confirmation', { result: 'solved', ...more }, by(link, headers))
const lastCode = () => /验证码 (\d{6})/.exec(texts.at(-1)?.text ?? '')?.[1] ?? ''
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

describe("the firm's word by link, where the office can send text messages", () => {
  it('needs the code that went to the registered phone', async () => {
    const { id, link } = await asked()
    expectProblem(await confirm(link), 403, 'codeNeeded')
    expect(await tell.stageOf(id)).toBe('confirming')
    const sent = await send(link)
    expect([sent.status, sent.body.phone, texts[0]?.to]).toEqual([201, '138****2345', '13890012345'])
    expect((await confirm(link, { code: lastCode() })).body.stage).toBe('closed')
  })

  it('is asked for on the page with the masked number, and never told the number', async () => {
    const { link } = await asked()
    const seen = await opened.ask(undefined, 'GET', '/track', undefined, by(link))
    expect(seen.body.codeTo).toBe('138****2345')
    expect(JSON.stringify([seen.body, (await send(link)).body])).not.toMatch(/9001/)
  })

  it('counts no wrong code, and after five the right one neither', async () => {
    const { id, link } = await asked()
    await send(link)
    const right = lastCode()
    for (let left = 4; left >= 1; left--) {
      const problem = expectProblem(await confirm(link, { code: wrongFor(right) }), 403, 'codeWrong')
      expect(problem.about).toEqual({ left })
    }
    expectProblem(await confirm(link, { code: wrongFor(right) }), 403, 'codeExpired')
    expectProblem(await confirm(link, { code: right }), 403, 'codeExpired')
    expect(await tell.stageOf(id)).toBe('confirming')
  })

  it('counts five wrong codes that come at once as five', async () => {
    const { link } = await asked()
    await send(link)
    const right = lastCode()
    await Promise.all(Array.from({ length: 5 }, () => confirm(link, { code: wrongFor(right) })))
    expectProblem(await confirm(link, { code: right }), 403, 'codeExpired')
  })

  it('takes a code for ten minutes', async () => {
    const { link } = await asked()
    await send(link)
    await opened.clock.advance(601_000)
    expectProblem(await confirm(link, { code: lastCode() }), 403, 'codeExpired')
  })

  it('takes a code once, though a repeat under its key is answered', async () => {
    const { link } = await asked()
    await send(link)
    const code = lastCode()
    const unsolved = { result: 'unsolved', text: '还有一盏不亮', code }
    const first = await confirm(link, unsolved, { 'idempotency-key': 'said-once' })
    const again = await confirm(link, unsolved, { 'idempotency-key': 'said-once' })
    expect([first.status, again.body]).toEqual([200, first.body])
    const { link: other } = await asked()
    expectProblem(await confirm(other, { code }), 403, 'codeExpired')
  })

  it('takes no code of another issue, though it has the same phone', async () => {
    const [one, other] = [await asked(), await asked()]
    await send(one.link)
    const code = lastCode()
    await send(other.link)
    const given = code === lastCode() ? wrongFor(code) : code
    expectProblem(await confirm(other.link, { code: given }), 403, 'codeWrong')
  })

  it('spends no code on what would be refused anyway', async () => {
    const { link } = await asked()
    await send(link)
    const code = lastCode()
    expectProblem(await confirm(link, { result: 'unsolved', code }), 400, 'badInput')
    expect((await confirm(link, { code })).status).toBe(200)
  })

  it('has at most three codes sent in a quarter of an hour, of which the last counts', async () => {
    const { link } = await asked()
    await send(link)
    const first = lastCode()
    await send(link)
    await send(link)
    const problem = expectProblem(await send(link), 429, 'tooOften')
    expect(problem.about).toEqual({ retryAfter: 900 })
    const third = lastCode()
    if (first !== third) expectProblem(await confirm(link, { code: first }), 403, 'codeWrong')
    await opened.clock.advance(901_000)
    expect((await send(link)).status).toBe(201)
  })

  it('says so when the text message did not go out', async () => {
    const { link } = await asked()
    gateway.is = 'down'
    expectProblem(await send(link), 503, 'codeNotSent')
  })

  it('keeps neither the code nor the phone in its row', async () => {
    const { id, link } = await asked()
    await send(link)
    const row = await opened.office.plainTable.get({ pk: `ISSUE#${id}`, sk: 'CODE' })
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`"[^"]*(${lastCode()}|13890012345)`))
  })

  it('needs no code where no text can reach the contact', async () => {
    const { link } = await asked({ phone: '0832-2234567' })
    expectProblem(await send(link), 409, 'noWayForCode')
    expect((await confirm(link)).status).toBe(200)
  })
})
