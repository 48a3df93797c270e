import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { financing } from '../support/financing.ts'
import { openTestOffice } from '../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
let mine: string
let theirs: string
beforeAll(async () => {
  opened = await openTestOffice()
  const { id } = await financing(opened).invited(['tiancheng', 'hanan'])
  mine = `${id}-R01`
  theirs = `${id}-R02`
})
afterAll(() => opened.close())

const system = 'tiancheng-system'

const signedIn = async (secret: string, client = system, body: Record<string, string> = {}) => {
  const answer = await fetch(`${opened.office.origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...body }),
  })
  return { status: answer.status, body: (await answer.json()) as { access_token?: string; error?: string } }
}

const asSystem = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
  const { body: token } = await signedIn(opened.office.clientSecret(system))
  return opened.ask(undefined, method, path, body, { authorization: `Bearer ${token.access_token}` })
}

describe("a bank's own system", () => {
  it('signs in with credentials of its own and is a banker of its bank', async () => {
    const { status, body } = await asSystem('GET', '/me')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: system, role: 'banker', bank: 'tiancheng' },
    })
  })

  it('reads the referrals of its bank, answers one, and sees nothing of another bank', async () => {
    const { body } = await asSystem('GET', '/referrals')
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([mine])
    const accepted = await asSystem('POST', `/referrals/${mine}/commands/acceptReferral`, {})
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    expect((await asSystem('GET', `/referrals/${theirs}`)).status).toBeGreaterThanOrEqual(400)
  })

  it.each([
    ['an issue', '/issues?queue=dispatcher'],
    ['a firm', '/firms?q=甜城'],
    ['the addresses of webhooks', '/banks/tiancheng/webhooks'],
  ])('may not read %s', async (_case, path) => {
    expect((await asSystem('GET', path)).body.code).toBe('notAllowed')
  })

  it('is not let in with another secret, or as somebody who is no system', async () => {
    const secret = opened.office.clientSecret(system)
    expect(await signedIn(`${secret}x`)).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect((await signedIn(opened.office.clientSecret('admin'), 'admin')).status).toBe(401)
    expect((await signedIn(secret, system, { grant_type: 'password' })).status).toBe(400)
  })

  it('is nobody whom a person could choose to be', async () => {
    await expect(opened.office.token(system)).rejects.toThrow(`no user ${system}`)
    const listed = await (await fetch(`${opened.office.origin}/sample-users.json`)).text()
    expect(listed).toContain('tiancheng-1')
    expect(listed).not.toContain(system)
  })
})
