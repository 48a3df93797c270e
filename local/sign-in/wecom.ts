import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Words } from '../accounts/password-rules.ts'
import type { SignInUser } from './users.ts'

export type WeComSettings = {
  corpId: string
  agentId: string
  secret: string
  /** Where its API is; another one for a WeCom of the authority's own (政务微信, private deployments). */
  api?: string | undefined
  /** Its page with the QR code, for browsers outside the app. */
  login?: string | undefined
  /** Its page for the browser inside the app, which knows who is there. */
  inside?: string | undefined
}

const AccessToken = z.object({
  errcode: z.int(),
  access_token: z.string().optional(),
  expires_in: z.int().optional(),
})
/** `userid` is missing for people who are no members of the corporation. */
const Member = z.object({ errcode: z.int(), userid: z.string().optional() })

const stateMs = 10 * 60 * 1000
const answerMs = 10_000
const mostStates = 5_000
/** The access token that it knows no longer, or that has run out (its list of global error codes). */
const staleToken = new Set([40_014, 42_001])

export type Found = { ok: true; userId: string } | { ok: false; code: string; words: Words }
export type WeCom = ReturnType<typeof makeWeCom>

const unreachable: Words = {
  zh: '企业微信暂时没有应答，请稍后再试。',
  en: 'WeCom does not answer; try again later.',
}
const refused: Words = {
  zh: '企业微信没有认可这次登录，请重新扫码。',
  en: 'WeCom did not accept this sign-in; scan the code again.',
}
const noMember: Words = {
  zh: '您不是本单位企业微信的成员。',
  en: 'You are no member of this office in WeCom.',
}

/**
 * Signing in by 企业微信: OAuth 2 with an API of its own instead of tokens about people. The page sends people there
 * with a state that counts once and in one sign-in only; the code that comes back is exchanged for the member's userid.
 * https://developer.work.weixin.qq.com/document/path/98152 (web), /path/91022 (inside the app), /path/91023 (userid)
 */
export const makeWeCom = (settings: WeComSettings, now: () => number = Date.now) => {
  const api = settings.api ?? 'https://qyapi.weixin.qq.com'
  const states = new Map<string, { signIn: string; until: number }>()
  let token: { text: string; until: number } | undefined

  const ask = async (path: string, query: Record<string, string>): Promise<unknown> => {
    const answer = await fetch(`${api}${path}?${new URLSearchParams(query)}`, {
      signal: AbortSignal.timeout(answerMs),
      redirect: 'error',
    })
    if (!answer.ok) throw new Error(`WeCom answered ${answer.status}`)
    return answer.json()
  }

  const accessToken = async (): Promise<string> => {
    if (token && token.until > now()) return token.text
    const asked = await ask('/cgi-bin/gettoken', { corpid: settings.corpId, corpsecret: settings.secret })
    const { errcode, access_token, expires_in = 7_200 } = AccessToken.parse(asked)
    if (errcode !== 0 || !access_token) throw new Error(`WeCom gave no access token: ${errcode}`)
    token = { text: access_token, until: now() + (expires_in - 120) * 1000 }
    return access_token
  }

  const memberOf = async (code: string) => {
    const exchange = async () =>
      Member.parse(await ask('/cgi-bin/auth/getuserinfo', { access_token: await accessToken(), code }))
    const first = await exchange()
    if (!staleToken.has(first.errcode)) return first
    token = undefined
    return exchange()
  }

  const newState = (signIn: string) => {
    const state = randomBytes(16).toString('base64url')
    states.set(state, { signIn, until: now() + stateMs })
    for (const [old, { until }] of states) {
      if (until > now() && states.size <= mostStates) break
      states.delete(old)
    }
    return state
  }

  return {
    /** Where to send the browser of one sign-in. */
    address: (signIn: string, redirect: string, userAgent = ''): string => {
      const state = newState(signIn)
      const { corpId: appid, agentId: agentid } = settings
      if (/wxwork/i.test(userAgent)) {
        const query = {
          appid,
          redirect_uri: redirect,
          response_type: 'code',
          scope: 'snsapi_base',
          state,
          agentid,
        }
        const page = settings.inside ?? 'https://open.weixin.qq.com/connect/oauth2/authorize'
        return `${page}?${new URLSearchParams(query)}#wechat_redirect`
      }
      const query = { login_type: 'CorpApp', appid, agentid, redirect_uri: redirect, state }
      const page = settings.login ?? 'https://login.work.weixin.qq.com/wwlogin/sso/login'
      return `${page}?${new URLSearchParams(query)}`
    },

    /** Who came back with this code; refused in words where the state is not of this sign-in or was used before. */
    memberFor: async (signIn: string, state: string, code: string): Promise<Found> => {
      const known = states.get(state)
      states.delete(state)
      if (!known || known.signIn !== signIn || known.until <= now())
        return {
          ok: false,
          code: 'state',
          words: {
            zh: '这次企业微信登录已用过或已过期，请重新登录。',
            en: 'This sign-in by WeCom was used before or has expired; sign in again.',
          },
        }
      if (code === '') return { ok: false, code: 'noCode', words: refused }
      try {
        const { errcode, userid } = await memberOf(code)
        if (errcode !== 0) return { ok: false, code: `wecom ${errcode}`, words: refused }
        if (!userid) return { ok: false, code: 'noMember', words: noMember }
        return { ok: true, userId: userid }
      } catch {
        return { ok: false, code: 'unreachable', words: unreachable }
      }
    },
  }
}

/** Who of the directory a member is: by the userid on record there, else by the same id. Capitals do not matter to WeCom. */
export const memberAmong = (users: readonly SignInUser[], userId: string): SignInUser | undefined => {
  const same = (text: string | undefined) => text?.toLowerCase() === userId.toLowerCase()
  return users.find(({ wecom }) => same(wecom)) ?? users.find(({ id, wecom }) => !wecom && same(id))
}
