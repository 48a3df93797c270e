import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import {
  contentSecurityPolicy,
  contentSecurityPolicyWith,
  permissionsPolicy,
} from '../../core/api/security-headers.ts'

const folder = fileURLToPath(new URL('../../web/dist', import.meta.url))

const securityHeaders = (signInOrigin: string | undefined) => ({
  'content-security-policy': signInOrigin ? contentSecurityPolicyWith(signInOrigin) : contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': permissionsPolicy,
})

/** The service worker must never be served stale, or an old portal outlives its successor. */
const neverKept = /^\/(sw|service-worker|registerSW)\.js$/

const cacheOf = (path: string) => {
  if (neverKept.test(path) || path.endsWith('.html')) return 'no-cache'
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

const notBuilt =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>助企</title><p>门户尚未构建，请运行 <code>npm run build</code>。接口可用：<a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p></html>'

/** The portal as static files, from the folder that the build writes. `signInOrigin`: where people sign in, if elsewhere. */
export const portalFiles = (signInOrigin?: string) => {
  const headers = Object.entries(securityHeaders(signInOrigin))
  if (!existsSync(folder)) {
    return (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(notBuilt)
    }
  }
  const files = sirv(folder, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', cacheOf(path))
    },
  })
  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    files(request, response, () => {
      response.writeHead(404)
      response.end()
    })
  }
}
