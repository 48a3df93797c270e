import { describe, expect, it } from 'vitest'
import { delivered } from '../scripts/pages/licences-page.ts'

/** Licences under which a package may be delivered with a government's own system, without opening that system. */
const allowed = [
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
]
const isAllowed = (licence: string) =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((each) => allowed.includes(each)))

describe.each(Object.entries(delivered()))('what is delivered to the %s', (where, packages) => {
  it('is something', () => {
    expect(packages.map(({ name }) => name)).toContain(where === 'server' ? 'jose' : 'react')
  })

  it('may be delivered', () => {
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([])
  })
})
