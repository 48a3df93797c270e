import type { IncomingMessage, ServerResponse } from 'node:http'
import { apiBase, operations, routeOf } from '../../core/api/routes.ts'
import { refusalCodes, refuse } from '../../core/refusal.ts'
import { roleWords } from '../../core/words.ts'
import { problemOf } from '../../functions/lib/http/problem.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const row = (cells: readonly string[], id?: string) =>
  `<tr${id ? ` id="${id}"` : ''}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

const whoMay = (who: ReturnType<typeof routeOf>['who']): string => {
  if (who === 'nobody') return '无需登录'
  if (who === 'bankLink') return '银行链接'
  return who === 'link' ? '企业链接' : who.map((role) => roleWords[role].zh).join('、')
}

const routeRows = operations.map((operation) => {
  const { method, path, zh, en, who } = routeOf(operation)
  return row(
    [`<code>${method} ${apiBase}${escaped(path)}</code>`, `${zh}<br>${escaped(en)}`, whoMay(who)],
    operation,
  )
})

/** Where a problem's `type` leads: its code, and what it means. */
const refusalRows = refusalCodes.map((code) => {
  const { zh, en } = refuse(code)
  return row(
    [`<code>${code}</code>`, String(problemOf(refuse(code)).status), `${zh}<br>${escaped(en)}`],
    code,
  )
})

const table = (caption: string, headings: readonly string[], rows: readonly string[]) =>
  `<table><caption>${caption}</caption><thead><tr>${headings.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>助企 接口说明</title></head><body><main>
<h1>助企 接口说明 / API</h1>
<p>机器可读的说明（OpenAPI 3.1）：<a href="${apiBase}/openapi.json">${apiBase}/openapi.json</a></p>
${table('接口 / routes', ['地址', '用途', '谁可以用'], routeRows)}
${table('未办理的原因 / refusals', ['代码', '状态', '说明'], refusalRows)}
</main></body></html>`

/** The page at `/docs`, made from the same tables as the answers themselves. */
export const docsPage = (_: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  response.end(page)
}
