import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { Message, Messenger } from './messenger.ts'

/**
 * Robots of a chat group: a POST of markdown to an address that holds its own key. Both services say in the body, with
 * status 200, whether they took it, and take 20 messages a minute.
 * https://developer.work.weixin.qq.com/document/path/91770
 * https://open.dingtalk.com/document/robots/custom-robot-access
 */
export type Robot = {
  readonly kind: 'wecom' | 'dingtalk'
  readonly url: string
  /** DingTalk's 加签 secret, where the group asks for a signature. */
  readonly secret?: string | undefined
}

/** A group that does not answer must not hold up the function that tells it. */
const longestMs = 5_000

/** The service looks for a word that the group has agreed on: 助企 stands in every message. */
const title = '助企通知'
const markdown = ({ to, issue, zh, link }: Message) =>
  `**${title}** ${to.join('、')}\n\n> 诉求 [${issue}](${link})：${zh}`

const bodyOf = (kind: Robot['kind'], message: Message) =>
  kind === 'wecom'
    ? { msgtype: 'markdown', markdown: { content: markdown(message) } }
    : { msgtype: 'markdown', markdown: { title, text: markdown(message) } }

/** DingTalk takes a signature for an hour: base64 of HMAC-SHA256 over the time in milliseconds, a line end, the secret. */
const signed = ({ kind, url, secret }: Robot, nowMs: number): URL => {
  const address = new URL(url)
  if (kind !== 'dingtalk' || !secret) return address
  address.searchParams.set('timestamp', String(nowMs))
  const sign = createHmac('sha256', secret).update(`${nowMs}\n${secret}`).digest('base64')
  address.searchParams.set('sign', sign)
  return address
}

/** `nowMs` is wall time, which a signature goes by; `timeoutMs` covers the whole exchange. */
export const makeRobot =
  (robot: Robot, timeoutMs = longestMs, nowMs: () => number = Date.now): Messenger =>
  async (message) => {
    const response = await fetch(signed(robot, nowMs()), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(bodyOf(robot.kind, message)),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`the robot answered ${response.status}`)
    const code = /"errcode"\s*:\s*(\d{1,9})/.exec(text)?.[1]
    if (code !== '0') throw new Error(`the robot refused: errcode ${code ?? 'missing'}`)
  }

/** In clear text only to this machine itself. */
const isSafe = (text: string) => {
  const url = URL.parse(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1')
}
const Settings = z.object({ kind: z.enum(['wecom', 'dingtalk']), url: z.string().refine(isSafe) })

/** The robot that the environment names, or none. Throws where it is named halfway, without showing the address. */
export const robotFrom = (env: Readonly<Record<string, string | undefined>>): Messenger | undefined => {
  const { ZHUQI_ROBOT_KIND: kind, ZHUQI_ROBOT_URL: url, ZHUQI_ROBOT_SECRET: secret } = env
  if (!url) return undefined
  const settings = Settings.safeParse({ kind, url })
  if (!settings.success) {
    throw new Error('ZHUQI_ROBOT_URL must be an https address, and ZHUQI_ROBOT_KIND wecom or dingtalk')
  }
  return makeRobot({ ...settings.data, ...(secret && { secret }) })
}
