type Words = { zh: string; en: string }
export type Answer<T> = { ok: true; value: T } | { ok: false; words: Words; mayRepeat: boolean }

const unreachable: Words = {
  zh: '现在连不上网络，请稍后再试；已填的内容还在。',
  en: 'There is no connection; try again later. What you typed is still here.',
}
const broken: Words = {
  zh: '服务器出错了，请稍后再试；已填的内容还在。',
  en: 'The server failed; try again later. What you typed is still here.',
}

const tooSlow: Words = {
  zh: '服务器太久没有回答，请稍后再试；已填的内容还在。',
  en: 'The server took too long; try again later. What you typed is still here.',
}

const waitMs = 20_000
/** Old phones cannot end a request; they no longer wait for it. */
const inTime = <T>(asked: Promise<T>): Promise<T | 'tooSlow'> =>
  Promise.race([
    asked,
    new Promise<'tooSlow'>((resolve) => {
      setTimeout(() => resolve('tooSlow'), waitMs)
    }),
  ])

/** `version`: what the sender saw; the server says so where it is another by now. */
type Sent = { body: string; key: string; version?: number }

/** One request with the code of a link in its header, the firm's or a bank's. Plain enough for the browsers of old phones. */
export const ask = async <T>(
  code: string,
  path: string,
  sent?: Sent,
  header: 'x-track-code' | 'x-bank-code' = 'x-track-code',
): Promise<Answer<T>> => {
  try {
    const asked = fetch(`/api/v1${path}`, {
      method: sent ? 'POST' : 'GET',
      headers: {
        [header]: code,
        ...(sent && { 'content-type': 'application/json', 'idempotency-key': sent.key }),
        ...(sent?.version !== undefined && { 'if-match': `"${sent.version}"` }),
      },
      body: sent?.body,
      cache: 'no-store',
    }).then(async (response) => ({ response, body: await response.json().catch(() => undefined) }))
    const heard = await inTime(asked)
    if (heard === 'tooSlow') return { ok: false, words: tooSlow, mayRepeat: true }
    const { response, body } = heard
    if (response.ok && body) return { ok: true, value: body as T }
    if (typeof body?.title === 'string' && response.status < 500) {
      const zh = body.detail ?? body.title
      return { ok: false, words: { zh, en: body.titleEn ?? zh }, mayRepeat: false }
    }
    return { ok: false, words: broken, mayRepeat: true }
  } catch {
    return { ok: false, words: unreachable, mayRepeat: true }
  }
}
