import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onLoopback } from '../../../functions/lib/webhook/on-loopback.ts'
import { post } from '../../../functions/lib/webhook/post.ts'
import { isPublicAddress } from '../../../functions/lib/webhook/public-address.ts'

describe('a public address', () => {
  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '2606:4700:4700::1111'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:a00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('an office', () => {
  it.each([
    ['http://127.0.0.1:3000', true],
    ['http://localhost:3000', true],
    ['http://[::1]:3000', true],
    ['https://zhuqi.example.cn', false],
    ['https://127.0.0.1.example.cn', false],
    ['', false],
  ])('at %s is on this machine only: %s', (origin, answer) => {
    expect(onLoopback(origin)).toBe(answer)
  })
})

describe('a try', () => {
  let calls = 0
  let origin = ''
  let port = 0
  const server = createServer((request, response) => {
    calls++
    if (request.url === '/silent') return
    if (request.url === '/endless') {
      response.writeHead(200)
      const more = setInterval(() => response.write('x'.repeat(10_000)), 1)
      response.on('close', () => clearInterval(more))
      return
    }
    response.writeHead(request.url === '/moved' ? 302 : 204, { location: '/' }).end()
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
    origin = `http://127.0.0.1:${port}`
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })
  const here = { onLoopback: true, timeoutMs: 2_000 }

  it('answers with the status, does not follow a redirection, and does not read an endless answer', async () => {
    expect(await post(`${origin}/`, {}, '{}', here)).toEqual({ status: 204 })
    const before = calls
    expect(await post(`${origin}/moved`, {}, '{}', here)).toEqual({ status: 302 })
    expect(calls - before).toBe(1)
    expect(await post(`${origin}/endless`, {}, '{}', here)).toEqual({ status: 200 })
  })

  it('ends where the other side says nothing, or is not there', async () => {
    expect(await post(`${origin}/silent`, {}, '{}', { ...here, timeoutMs: 100 })).toEqual({
      failed: 'timeout',
    })
    expect(await post('http://127.0.0.1:9/', {}, '{}', here)).toEqual({ failed: 'unreachable' })
  })

  it('of an office that is not on this machine never comes to this machine, by number or by name', async () => {
    const before = calls
    const away = { onLoopback: false, timeoutMs: 2_000 }
    expect(await post(`${origin}/`, {}, '{}', away)).toEqual({ failed: 'forbiddenAddress' })
    expect(await post(`https://localhost:${port}/`, {}, '{}', away)).toEqual({ failed: 'forbiddenAddress' })
    expect(calls).toBe(before)
  })
})
