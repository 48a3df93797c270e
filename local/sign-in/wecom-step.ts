import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StepParts } from './step-parts.ts'
import { type Found, memberAmong } from './wecom.ts'

const notListed = {
  zh: '您的企业微信账号没有对应到单位名录中的人员，请联系管理员。',
  en: 'Your WeCom account belongs to nobody in the directory; ask the administrator.',
}
const stopped = { zh: '这个账号已停用，请联系管理员。', en: 'This account is locked; ask the administrator.' }

/**
 * Below the page of one sign-in, so that its cookie comes along and the way back is good in this browser only: sends
 * people to WeCom, and finds out who came back. Who is not let in is put on record.
 */
export const backFromWeCom = async (
  { users, origin, mount, door }: StepParts,
  signIn: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Found | 'sent'> => {
  const wecom = door?.wecom
  if (!door || !wecom) throw new Error('this office does not sign in by WeCom')
  const { pathname, searchParams } = new URL(request.url ?? '/', origin)
  const own = `${mount}/sign-in/${signIn}/wecom`
  if (pathname === own) {
    const location = wecom.address(signIn, `${origin}${own}/back`, request.headers['user-agent'])
    response.writeHead(303, { location, 'cache-control': 'no-store' })
    response.end()
    return 'sent'
  }
  const found = await wecom.memberFor(signIn, searchParams.get('state') ?? '', searchParams.get('code') ?? '')
  if (!found.ok) {
    door.failed('nobody', found.code)
    return found
  }
  const user = memberAmong(await users(), found.userId)
  if (!user) {
    door.failed('nobody', 'notListed')
    return { ok: false, code: 'notListed', words: notListed }
  }
  if ((await door.accounts.lately(user.id))?.locked) {
    door.failed(user.id, 'accountLocked')
    return { ok: false, code: 'accountLocked', words: stopped }
  }
  return { ok: true, userId: user.id }
}
