import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import theDirectory from '../../../samples/directory.json' with { type: 'json' }
import { openTestOffice } from '../../support/office.ts'
import { askSetting, at, atSignIn, me } from './people.ts'

const good = '石桥 三月 风筝 42'

describe('accounts of a small office', () => {
  let opened: Awaited<ReturnType<typeof openTestOffice>>
  let now = new Date('2026-11-23T02:00:00Z')
  beforeAll(async () => {
    opened = await openTestOffice({
      signIn: { accounts: true },
      directory: theDirectory,
      clock: { ...(await import('../../../local/clock.ts')).wallClock(), now: () => now },
    })
  })
  afterAll(() => opened.close())
  const origin = () => opened.office.origin
  const where = () => at(origin())
  const accounts = () => opened.office.accounts
  const anAccount = async (user: string, password = good) => {
    const code = (await accounts().add(user)) ?? ''
    expect((await askSetting(origin(), user, code, password)).status).toBe(200)
    return code
  }
  const failures = async () => {
    await opened.office.container.audit.settled()
    const { body } = await opened.ask('auditor', 'GET', '/audit?day=2026-11-23&limit=100')
    return JSON.stringify(body.items)
  }

  it('lets somebody set a password with the code from the administrator, sign in with it, and use the office', async () => {
    await anAccount('official-1')
    const { page, tokens } = await atSignIn(where())
    expect(page.text).toMatch(/用户编号[\s\S]*密码/)
    expect(page.text).not.toContain('一线队员1')
    const { access_token } = await tokens('official-1', good)
    expect(await me(origin(), access_token)).toMatchObject({ status: 200, body: { id: 'official-1' } })
  })

  it('has no sample users: none on the page, none in the list, no choosing one', async () => {
    expect((await fetch(`${origin()}/sample-users.json`)).status).toBe(404)
    const { browser, page } = await atSignIn(where())
    const answer = await browser.submit(page, { user: 'dispatcher' })
    expect([answer.status, answer.text.includes('用户编号或密码不对')]).toEqual([400, true])
  })

  it('takes a code once', async () => {
    const code = await anAccount('official-2')
    const again = await askSetting(origin(), 'official-2', code, `${good}!`)
    expect([again.status, again.text.includes('口令已过期')]).toEqual([400, true])
  })

  it('takes a code no longer after three days', async () => {
    const code = (await accounts().add('official-3')) ?? ''
    now = new Date('2026-11-26T02:00:01Z')
    const late = await askSetting(origin(), 'official-3', code, good)
    now = new Date('2026-11-23T02:00:00Z')
    expect(late.text).toContain('口令已过期')
  })

  it.each([
    ['too short', '短密码123', '至少 10 个字符'],
    ['the id of the person', 'official-3official-3', '用户编号'],
    ['a common one', 'Woaini1314520', '太常见'],
    ['a run along the keyboard', 'qwertyuiop', '太常见'],
    ['one piece again and again', 'abcabcabcabc', '太常见'],
  ])('refuses a password that is %s, and the code stays good', async (_, password, words) => {
    const code = (await accounts().reset('official-3')) ?? ''
    expect((await askSetting(origin(), 'official-3', code, password)).text).toContain(words)
    expect((await askSetting(origin(), 'official-3', code, good)).status).toBe(200)
  })

  it('refuses two new passwords that differ', async () => {
    const code = (await accounts().reset('official-3')) ?? ''
    expect((await askSetting(origin(), 'official-3', code, good, `${good}?`)).text).toContain('不一样')
  })

  it('keeps a password as argon2id with a salt, and never in words', async () => {
    const rows = await accounts().list()
    const [first, second] = rows.filter(({ password }) => password)
    expect(first?.password).toMatchObject({ memoryKib: 65_536, passes: 3 })
    expect(first?.password?.tag).not.toBe(second?.password?.tag)
    expect(JSON.stringify(rows)).not.toContain('石桥')
  })

  it('locks after five failures for half an hour, also for the right password, and says so', async () => {
    await anAccount('dispatcher')
    const { page, type } = await atSignIn(where())
    for (let n = 0; n < 4; n++) expect((await type('dispatcher', 'no', page)).text).toContain('不对')
    expect((await type('dispatcher', 'no', page)).text).toContain('30 分钟')
    expect((await type('dispatcher', good, page)).text).toContain('分钟后再试')
    now = new Date('2026-11-23T02:30:01Z')
    const after = await type('dispatcher', good, page)
    now = new Date('2026-11-23T02:00:00Z')
    expect(new URL(after.url).searchParams.get('code')).toBeTruthy()
  })

  it('does not tell who has an account: the same words and the same lock for a name that does not exist', async () => {
    const { page, type } = await atSignIn(where())
    for (let n = 0; n < 4; n++) expect((await type('mayor', 'no', page)).text).toContain('用户编号或密码不对')
    expect((await type('mayor', 'no', page)).text).toContain('30 分钟')
  })

  it('counts failures of many browsers at once, none is for free', async () => {
    await anAccount('finance-1')
    const pages = await Promise.all(Array.from({ length: 8 }, () => atSignIn(where())))
    const answers = await Promise.all(pages.map(({ type }) => type('finance-1', 'no')))
    expect(answers.filter(({ text }) => text.includes('不对')).length).toBeLessThanOrEqual(5)
  })

  it('puts failures and locks on record with who it was, and never what was typed', async () => {
    await anAccount('finance-2')
    const { type } = await atSignIn(where())
    await type('finance-2', 'a-mistyped-secret')
    await type('a-mistyped-secret', good)
    await accounts().add('auditor')
    const lines = await failures()
    expect(lines).toContain('"wrongPassword"')
    expect(lines).toContain('"lockedForAWhile"')
    expect(lines).toContain('setPassword')
    expect(lines).not.toContain('mistyped')
  })

  it('lets nobody go on whose account was locked: not with the token, not by renewing, not with the password', async () => {
    await anAccount('manager')
    const { tokens, portal, open, type } = await atSignIn(where())
    const { access_token, refresh_token } = await tokens('manager', good)
    expect((await me(origin(), access_token)).status).toBe(200)
    expect(await accounts().lock('manager')).toBe(true)
    expect((await me(origin(), access_token)).status).toBe(401)
    expect((await portal.refresh(refresh_token)).body.error).toBe('invalid_grant')
    const asked = await open()
    expect((await type('manager', good, asked)).text).toContain('已停用')
    await accounts().unlock('manager')
    expect((await me(origin(), access_token)).status).toBe(401)
  })

  it('ends what was given before when a password is changed by whoever knows it', async () => {
    await anAccount('talent-1')
    const { tokens } = await atSignIn(where())
    const before = await tokens('talent-1', good)
    // What is given within the same second cannot be told apart.
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    expect((await askSetting(origin(), 'talent-1', good, '另外 几个 不相干的词')).status).toBe(200)
    expect((await me(origin(), before.access_token)).status).toBe(401)
    const after = await atSignIn(where())
    expect(
      (await me(origin(), (await after.tokens('talent-1', '另外 几个 不相干的词')).access_token)).status,
    ).toBe(200)
  })

  it('lets no other site set a password or sign in', async () => {
    const { browser, page } = await atSignIn(where())
    const forged = await browser.submit(
      page,
      { user: 'official-1', password: good },
      { origin: 'https://elsewhere.example' },
    )
    expect(forged.status).toBe(403)
  })
})
