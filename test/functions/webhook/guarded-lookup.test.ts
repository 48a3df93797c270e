import { describe, expect, it } from 'vitest'
import { guardedLookup, type LookUpAll } from '../../../functions/lib/webhook/guarded-lookup.ts'

const named =
  (...addresses: string[]): LookUpAll =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

const look = (addresses: string[], onLoopback = false) =>
  new Promise((resolve) => {
    const lookup = guardedLookup({ onLoopback }, named(...addresses))
    lookup('bank.example.cn', { all: true }, (error, found) => resolve(error ? error.message : found))
  })

const refused = 'a name leads to an address that is not public'

describe('a name', () => {
  it('that leads to public addresses is followed to these very addresses', async () => {
    expect(await look(['223.5.5.5', '2400:3200::1'])).toEqual([
      { address: '223.5.5.5', family: 4 },
      { address: '2400:3200::1', family: 6 },
    ])
  })

  it.each([
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['223.5.5.5', '127.0.0.1']],
    [['::1']],
    [['::ffff:10.0.0.1']],
    [[]],
  ])('that leads to %o is not followed', async (addresses) => {
    expect(await look(addresses)).toBe(refused)
  })

  it('may lead to this machine from an office on this machine, and to no other that is private', async () => {
    expect(await look(['127.0.0.1'], true)).toEqual([{ address: '127.0.0.1', family: 4 }])
    expect(await look(['192.168.0.1'], true)).toBe(refused)
  })
})
