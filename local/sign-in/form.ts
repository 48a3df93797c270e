import type { IncomingMessage, ServerResponse } from 'node:http'

const longestForm = 4_096

/** The fields of a form, or nothing where it is longer than any form of ours. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
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

/** Another site must not be able to sign someone in here as a user of its choice. */
export const fromElsewhere = (request: IncomingMessage, origin: string): boolean =>
  request.headers.origin !== undefined && request.headers.origin !== origin

export const elsewhere = {
  zh: '请求来自其他网站，已拒绝。',
  en: 'The request came from another site and was refused.',
}

/** Answers whether the method is one of these; where not, it has said so in a header. */
export const allows = (
  request: IncomingMessage,
  response: ServerResponse,
  methods: readonly string[],
): boolean => {
  if (methods.includes(request.method ?? '')) return true
  response.setHeader('allow', methods.join(', '))
  return false
}
export const wrongMethod = { zh: '此页面不支持该请求。', en: 'This page does not take that request.' }
