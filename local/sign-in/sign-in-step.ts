import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import type { Words } from '../accounts/password-rules.ts'
import { asksWhoItIs } from './door.ts'
import { allows, elsewhere, fromElsewhere, html, readForm, wrongMethod } from './form.ts'
import { faultPage, signInPage } from './pages.ts'
import { passwordPage } from './password-pages.ts'
import type { StepParts } from './step-parts.ts'
import { findUser } from './users.ts'
import { backFromWeCom } from './wecom-step.ts'

/** The page between the request to sign in and its answer: GET asks who it is, POST takes the answer. */
export async function signInStep(
  parts: StepParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider, origin, mount, door } = parts
  const fault = (status: number, words: Words, code?: string) =>
    html(response, status, faultPage(words, `${origin}/`, code))
  if (!allows(request, response, ['GET', 'POST'])) return fault(405, wrongMethod)
  const path = (request.url ?? '').split('?')[0] ?? ''
  const uid = await currentSignIn(provider, request, response)
  const own = `${mount}/sign-in/${uid}`
  if (!uid || (path !== own && !(door?.wecom && path.startsWith(`${own}/wecom`))))
    return fault(400, {
      zh: '登录已过期，请从助企重新登录。',
      en: 'This sign-in has expired; start again from Zhuqi.',
    })
  const finish = (accountId: string) =>
    provider.interactionFinished(
      request,
      response,
      { login: { accountId } },
      { mergeWithLastSubmission: false },
    )
  if (path !== own) {
    if (request.method !== 'GET') return fault(405, wrongMethod)
    const found = await backFromWeCom(parts, uid, request, response)
    if (found === 'sent') return
    return found.ok ? finish(found.userId) : fault(403, found.words, found.code)
  }
  const ask = (await asksWhoItIs(door)) && door ? byPassword : bySample
  if (request.method === 'POST' && fromElsewhere(request, origin)) return fault(403, elsewhere)
  const form = request.method === 'POST' ? await readForm(request) : undefined
  const answer = await ask(parts, own, request.method === 'POST', form)
  if ('userId' in answer) return finish(answer.userId)
  return html(response, answer.status, answer.page)
}

type Answer = { userId: string } | { status: number; page: string }

async function bySample(
  { users }: StepParts,
  action: string,
  given: boolean,
  form: URLSearchParams | undefined,
): Promise<Answer> {
  if (!given) return { status: 200, page: signInPage(await users(), action) }
  const user = await findUser(users, form?.get('user') ?? '')
  if (user) return { userId: user.id }
  const words = { zh: '没有这个用户，请重新选择。', en: 'There is no such user; choose again.' }
  return { status: 400, page: signInPage(await users(), action, words) }
}

async function byPassword(
  { users, mount, door }: StepParts,
  action: string,
  given: boolean,
  form: URLSearchParams | undefined,
): Promise<Answer> {
  const user = (form?.get('user') ?? '').trim().slice(0, 64)
  const page = (fault?: Words) =>
    passwordPage({
      action,
      passwords: `${mount}/password`,
      wecom: door?.wecom && `${action}/wecom`,
      user,
      fault,
    })
  if (!given || !door) return { status: 200, page: page() }
  const checked = await door.accounts.signIn(user, form?.get('password') ?? '')
  if (!checked.ok) return { status: 400, page: page(checked.words) }
  // Whoever has left the directory has nothing to do here any more.
  if (await findUser(users, user)) return { userId: user }
  const words = {
    zh: '您不在单位名录中，请联系管理员。',
    en: 'You are not in the directory; ask the administrator.',
  }
  return { status: 400, page: page(words) }
}

async function currentSignIn(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    return (await provider.interactionDetails(request, response)).uid
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}
