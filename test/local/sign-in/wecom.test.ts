import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import theDirectory from '../../../samples/directory.json' with { type: 'json' }
import { openTestOffice } from '../../support/office.ts'
import { at, atSignIn, me } from '../accounts/people.ts'

/** WeCom as far as signing in goes: codes for members, good once, and an access token that can run out. */
const aWeCom = async () => {
  const codes = new Map<string, string | undefined>()
  const seen = { tokens: 0, token: '', failing: false }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wecom')
    const answer = (body: unknown) => response.end(JSON.stringify(body))
    if (seen.failing) return response.writeHead(502).end()
    if (pathname === '/cgi-bin/gettoken') {
      if (searchParams.get('corpsecret') !== 'a-secret')
        return answer({ errcode: 40_001, errmsg: 'invalid credential' })
      seen.token = `token-${++seen.tokens}`
      return answer({ errcode: 0, errmsg: 'ok', access_token: seen.token, expires_in: 7_200 })
    }
    if (searchParams.get('access_token') !== seen.token) return answer({ errcode: 42_001, errmsg: 'expired' })
    const code = searchParams.get('code') ?? ''
    if (!codes.has(code)) return answer({ errcode: 40_029, errmsg: 'invalid code' })
    const userid = codes.get(code)
    codes.delete(code)
    return answer(userid ? { errcode: 0, userid } : { errcode: 0, openid: 'a-stranger' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    api: `http://127.0.0.1:${port}`,
    seen,
    codeOf: (member?: string) => {
      const code = `code-${codes.size}-${member}`
      codes.set(code, member)
      return code
    },
    close: () => server.close(),
  }
}

describe('signing in by 企业微信', () => {
  let opened: Awaited<ReturnType<typeof openTestOffice>>
  let wecom: Awaited<ReturnType<typeof aWeCom>>
  beforeAll(async () => {
    wecom = await aWeCom()
    opened = await openTestOffice({
      directory: theDirectory,
      signIn: {
        accounts: false,
        wecom: { corpId: 'ww1', agentId: '1000002', secret: 'a-secret', api: wecom.api },
      },
    })
  })
  afterAll(async () => {
    await opened.close()
    wecom.close()
  })
  const origin = () => opened.office.origin

  /** From the sign-in page to WeCom: where it was told to send the person back, and with which state. */
  const atWeCom = async (headers: Record<string, string> = {}) => {
    const person = await atSignIn(at(origin()))
    const link = /href="([^"]*\/wecom)"/.exec(person.page.text)?.[1] ?? ''
    const sent = await person.browser.ask(`${origin()}${link}`, { headers })
    const there = new URL(sent.headers.get('location') ?? '')
    const back = there.searchParams.get('redirect_uri') ?? ''
    const state = there.searchParams.get('state') ?? ''
    const comeBack = async (code: string, browser = person.browser, with_ = state) =>
      browser.follow(
        await browser.ask(`${back}?${new URLSearchParams({ code, state: with_ })}`),
        person.portal.signedIn,
      )
    return { ...person, there, comeBack }
  }

  it('sends people to WeCom with the office, the agent and a way back to this very sign-in', async () => {
    const { there, page } = await atWeCom()
    expect(page.text).toContain('企业微信登录')
    expect(there.origin).toBe('https://login.work.weixin.qq.com')
    expect(Object.fromEntries(there.searchParams)).toMatchObject({ appid: 'ww1', agentid: '1000002' })
    const inside = await atWeCom({ 'user-agent': 'Mozilla/5.0 wxwork/4.1' })
    expect(inside.there.href).toMatch(
      /^https:\/\/open\.weixin\.qq\.com\/connect\/oauth2\/authorize\?.*#wechat_redirect$/,
    )
  })

  it('signs in the member whom the code stands for, whatever the capitals', async () => {
    const { comeBack, portal } = await atWeCom()
    const done = await comeBack(wecom.codeOf('Official-1'))
    const { body } = await portal.exchange(new URL(done.url).searchParams.get('code') ?? '')
    expect(await me(origin(), body.access_token)).toMatchObject({ status: 200, body: { id: 'official-1' } })
  })

  it('gets a new access token where WeCom knows the old one no longer', async () => {
    wecom.seen.token = 'another'
    const { comeBack } = await atWeCom()
    const done = await comeBack(wecom.codeOf('official-2'))
    expect(new URL(done.url).searchParams.get('code')).toBeTruthy()
  })

  it.each([
    ['is in no directory', 'somebody', '没有对应到单位名录'],
    ['is a bank’s own system there', 'tiancheng-system', '没有对应到单位名录'],
    ['is no member at all', undefined, '不是本单位企业微信的成员'],
  ])('refuses in words one who %s', async (_, member, words) => {
    const { comeBack } = await atWeCom()
    const refused = await comeBack(wecom.codeOf(member))
    expect([refused.status, refused.text.includes(words)]).toEqual([403, true])
  })

  it('refuses a state that was used, that is another browser’s, or that nobody gave', async () => {
    const first = await atWeCom()
    await first.comeBack('no such code')
    expect((await first.comeBack(wecom.codeOf('official-1'))).text).toContain('已用过或已过期')
    const second = await atWeCom()
    const thief = await atWeCom()
    expect((await second.comeBack(wecom.codeOf('official-1'), thief.browser)).status).toBe(400)
    expect((await second.comeBack(wecom.codeOf('official-1'), second.browser, 'made-up')).text).toContain(
      '已过期',
    )
  })

  it('says so where WeCom refuses the code or does not answer', async () => {
    const { comeBack } = await atWeCom()
    expect((await comeBack('no such code')).text).toContain('没有认可这次登录')
    const { comeBack: again } = await atWeCom()
    wecom.seen.failing = true
    const silent = await again(wecom.codeOf('official-1'))
    wecom.seen.failing = false
    expect(silent.text).toContain('没有应答')
  })

  it('lets nobody in whose account was locked', async () => {
    await opened.office.accounts.add('official-5')
    await opened.office.accounts.lock('official-5')
    const { comeBack } = await atWeCom()
    expect((await comeBack(wecom.codeOf('official-5'))).text).toContain('已停用')
  })
})
