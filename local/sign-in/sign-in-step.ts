import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import { faultPage, signInPage } from './pages.ts'
import { findUser, type Users } from './users.ts'

type Parts = { provider: Provider; users: Users; origin: string }

const longestForm = 4_096

/** The page between the request to sign in and its answer: GET shows the users, POST takes the one chosen. */
export async function signInStep(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider, users, origin } = parts
  const fault = (status: number, words: { zh: string; en: string }) =>
    html(response, status, faultPage(words, `${origin}/`))
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('allow', 'GET, POST')
    return fault(405, { zh: '此页面不支持该请求。', en: 'This page does not take that request.' })
  }
  const path = (request.url ?? '').split('?')[0] ?? ''
  const uid = await currentSignIn(provider, request, response)
  if (!uid || !path.endsWith(`/${uid}`))
    return fault(400, {
      zh: '登录已过期，请从助企重新登录。',
      en: 'This sign-in has expired; start again from Zhuqi.',
    })
  if (request.method === 'GET') return html(response, 200, signInPage(await users(), path))
  // Another site must not be able to sign someone in here as a user of its choice.
  if (request.headers.origin !== undefined && request.headers.origin !== origin)
    return fault(403, {
      zh: '请求来自其他网站，已拒绝。',
      en: 'The request came from another site and was refused.',
    })
  const form = await readForm(request)
  const user = await findUser(users, form?.get('user') ?? '')
  if (!user)
    return html(
      response,
      400,
      signInPage(await users(), path, {
        zh: '没有这个用户，请重新选择。',
        en: 'There is no such user; choose again.',
      }),
    )
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: user.id } },
    { mergeWithLastSubmission: false },
  )
}

async function currentSignIn(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    return (await provider.interactionDetails(request, response)).uid
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > longestForm) return undefined
  }
  return new URLSearchParams(text)
}

export function html(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(page)
}
