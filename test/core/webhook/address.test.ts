import { describe, expect, it } from 'vitest'
import { addressFault } from '../../../core/webhook/address.ts'

const away = { onLoopback: false }
const here = { onLoopback: true }

describe('an address that notices may be sent to', () => {
  it.each(['https://hooks.bank.example.cn/zhuqi', 'https://bank.cn:8443/a?b=c', 'https://银行.cn/'])(
    'is %s',
    (url) => {
      expect(addressFault(url, away)).toBeUndefined()
    },
  )

  it.each([
    ['in clear text', 'http://hooks.bank.example.cn/'],
    ['no address', 'hooks.bank.example.cn'],
    ['another protocol', 'ftp://hooks.bank.example.cn/'],
    ['a file', 'file:///etc/passwd'],
    ['a private number', 'https://10.0.0.5/'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
    ['a number in disguise', 'https://2130706433/'],
    ['a number in octal', 'https://0177.0.0.1/'],
    ['a public number, of which no certificate tells the owner', 'https://8.8.8.8/'],
    ['a number of IPv6', 'https://[fd00::1]/'],
    ['a name within a network', 'https://intranet/'],
    ['a name for a network only', 'https://vault.internal/'],
    ['a password', 'https://me:secret@bank.cn/'],
    ['a fragment', 'https://bank.cn/#top'],
    ['this machine', 'https://localhost/'],
    ['this machine by number', 'http://127.0.0.1:3000/api/v1/health'],
    ['this machine in disguise', 'http://0x7f.1/'],
    ['this machine by IPv6', 'http://[::1]/'],
  ])('is not one with or of %s', (_case, url) => {
    expect(addressFault(url, away)).toEqual(expect.stringMatching(/[一-龥]/))
  })

  it.each(['http://127.0.0.1:8080/', 'http://localhost:8080/', 'http://[::1]:8080/', 'https://127.0.0.1/'])(
    'may be %s where the office is on this machine too',
    (url) => {
      expect(addressFault(url, here)).toBeUndefined()
    },
  )

  it('is no private one even then', () => {
    expect(addressFault('http://192.168.1.10/', here)).toBeDefined()
    expect(addressFault('http://bank.cn/', here)).toBeDefined()
  })
})
