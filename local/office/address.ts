import { readFileSync } from 'node:fs'

/** Where the office listens, and what people type. */
export type Address = {
  host: string
  port: number
  /** As it stands in the address bar, without a slash at the end. */
  origin: string
  /** Certificate and key as PEM, where the office itself speaks https. */
  tls?: { cert: string; key: string } | undefined
  /** Something in front of it tells who asks (X-Forwarded-For). */
  behindProxy: boolean
}

/** A sentence for whoever started the office. */
export class BadSetting extends Error {}

const loopback = (host: string) => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host)

export const atLoopback = (port: number): Address => ({
  host: '127.0.0.1',
  port,
  origin: `http://127.0.0.1:${port}`,
  behindProxy: false,
})

const readPem = (name: string, file: string | undefined): string => {
  if (!file) throw new BadSetting(`ZHUQI_TLS_CERT 和 ZHUQI_TLS_KEY 要一起设置。 / ${name} is missing.`)
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new BadSetting(`读不到 ${name}：${file}。 / ${name} cannot be read: ${file}.`, { cause })
  }
}

/**
 * From PORT, ZHUQI_ORIGIN, ZHUQI_HOST, ZHUQI_TLS_CERT and ZHUQI_TLS_KEY. Throws `BadSetting` where people would reach
 * the office without TLS. Whether people sign in with more than a choice of sample user is looked at when it opens.
 */
export const addressFrom = (env: NodeJS.ProcessEnv): Address => {
  const port = Number(env.PORT ?? 3000)
  const host = env.ZHUQI_HOST || '127.0.0.1'
  const withTls = Boolean(env.ZHUQI_TLS_CERT || env.ZHUQI_TLS_KEY)
  const tls = withTls
    ? {
        cert: readPem('ZHUQI_TLS_CERT', env.ZHUQI_TLS_CERT),
        key: readPem('ZHUQI_TLS_KEY', env.ZHUQI_TLS_KEY),
      }
    : undefined
  if (!loopback(host) && !tls)
    throw new BadSetting(
      `ZHUQI_HOST=${host} 需要证书（ZHUQI_TLS_CERT、ZHUQI_TLS_KEY）；或者只在本机监听，由反向代理提供 https。 / ` +
        `ZHUQI_HOST=${host} needs a certificate (ZHUQI_TLS_CERT, ZHUQI_TLS_KEY); or listen on this machine only, behind a reverse proxy with https.`,
    )
  if (!env.ZHUQI_ORIGIN && (tls || !loopback(host)))
    throw new BadSetting(
      '请用 ZHUQI_ORIGIN 写明对外地址，如 https://zhuqi.example.cn。 / Say in ZHUQI_ORIGIN what people type, https://zhuqi.example.cn say.',
    )
  const origin = env.ZHUQI_ORIGIN?.replace(/\/$/, '') || atLoopback(port).origin
  const parsed = URL.parse(origin)
  if (parsed?.origin !== origin || (parsed.protocol !== 'https:' && !loopback(parsed.hostname)))
    throw new BadSetting(
      `ZHUQI_ORIGIN 必须是 https 加主机名，不带路径：${origin}。 / ZHUQI_ORIGIN must be https and a host, without a path: ${origin}.`,
    )
  return { host, port, origin, tls, behindProxy: Boolean(env.ZHUQI_ORIGIN) && !tls }
}

export const isOpenToOthers = ({ origin }: Pick<Address, 'origin'>): boolean =>
  !loopback(new URL(origin).hostname)
