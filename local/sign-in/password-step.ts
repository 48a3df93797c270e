import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Words } from '../accounts/password-rules.ts'
import type { Door } from './door.ts'
import { allows, elsewhere, fromElsewhere, html, readForm, wrongMethod } from './form.ts'
import { faultPage } from './pages.ts'
import { newPasswordPage, passwordSetPage } from './password-pages.ts'

const unlike: Words = { zh: '两次输入的新密码不一样。', en: 'The two new passwords are not the same.' }

/** Where a password is set for the first time, by the code from the administrator, or changed by whoever knows it. */
export const passwordStep = async (
  { door, origin, mount }: { door: Door; origin: string; mount: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const action = `${mount}/password`
  const fault = (status: number, words: Words) => html(response, status, faultPage(words, `${origin}/`))
  if (!allows(request, response, ['GET', 'POST'])) return fault(405, wrongMethod)
  if (request.method === 'GET') {
    const user = new URL(request.url ?? '/', origin).searchParams.get('user') ?? ''
    return html(response, 200, newPasswordPage(action, user.slice(0, 64)))
  }
  if (fromElsewhere(request, origin)) return fault(403, elsewhere)
  const form = await readForm(request)
  const text = (name: string) => form?.get(name) ?? ''
  const user = text('user').trim().slice(0, 64)
  const again = (words: Words) => html(response, 400, newPasswordPage(action, user, words))
  if (text('password') !== text('again')) return again(unlike)
  const set = await door.accounts.setPassword(user, text('proof').trim(), text('password'))
  if (!set.ok) return again(set.words)
  return html(response, 200, passwordSetPage(`${origin}/`))
}
