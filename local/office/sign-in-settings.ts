import type { WeComSettings } from '../sign-in/wecom.ts'
import { BadSetting } from './address.ts'

/** A provider of the office's own that signs people in, instead of this process. */
export type OutsideIssuer = {
  issuer: string
  audience: string
  clientId: string
  subjectClaim?: string | undefined
  scope?: string | undefined
}

export type SignInSettings = {
  /** Passwords are asked for even while nobody has an account. */
  accounts: boolean
  wecom?: WeComSettings | undefined
  outside?: OutsideIssuer | undefined
}

/** All of these or none; `undefined` for none. */
const together = <K extends string>(
  env: NodeJS.ProcessEnv,
  names: readonly K[],
): Record<K, string> | undefined => {
  const missing = names.filter((name) => !env[name])
  if (missing.length === names.length) return undefined
  if (missing.length > 0)
    throw new BadSetting(`还缺 ${missing.join('、')}。 / Also needed: ${missing.join(', ')}.`)
  return Object.fromEntries(names.map((name) => [name, env[name] ?? ''])) as Record<K, string>
}

const outsideFrom = (env: NodeJS.ProcessEnv): OutsideIssuer | undefined => {
  const set = together(env, ['ZHUQI_OIDC_ISSUER', 'ZHUQI_OIDC_AUDIENCE', 'ZHUQI_OIDC_CLIENT_ID'])
  if (!set) return undefined
  const issuer = set.ZHUQI_OIDC_ISSUER
  if (!URL.canParse(issuer))
    throw new BadSetting(
      `ZHUQI_OIDC_ISSUER 不是地址：${issuer}。 / ZHUQI_OIDC_ISSUER is no address: ${issuer}.`,
    )
  return {
    issuer,
    audience: set.ZHUQI_OIDC_AUDIENCE,
    clientId: set.ZHUQI_OIDC_CLIENT_ID,
    subjectClaim: env.TOKEN_SUBJECT_CLAIM || undefined,
    scope: env.ZHUQI_OIDC_SCOPE || undefined,
  }
}

const weComFrom = (env: NodeJS.ProcessEnv): WeComSettings | undefined => {
  const set = together(env, ['ZHUQI_WECOM_CORP_ID', 'ZHUQI_WECOM_AGENT_ID', 'ZHUQI_WECOM_SECRET'])
  return (
    set && {
      corpId: set.ZHUQI_WECOM_CORP_ID,
      agentId: set.ZHUQI_WECOM_AGENT_ID,
      secret: set.ZHUQI_WECOM_SECRET,
      api: env.ZHUQI_WECOM_API || undefined,
      login: env.ZHUQI_WECOM_LOGIN || undefined,
      inside: env.ZHUQI_WECOM_INSIDE || undefined,
    }
  )
}

/** How people sign in, as the environment says. Throws `BadSetting` where a half is missing. */
export const signInFrom = (env: NodeJS.ProcessEnv): SignInSettings => ({
  accounts: env.ZHUQI_ACCOUNTS === '1',
  wecom: weComFrom(env),
  outside: outsideFrom(env),
})
