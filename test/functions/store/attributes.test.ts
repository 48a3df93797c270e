import { marshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromAttributes, toAttributes } from '../../../functions/store/attributes.ts'

const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((n) => !Object.is(n, -0)),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ minLength: 1 }),
)
const rowsNamedBy = (name: fc.Arbitrary<string>) => {
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('any')),
      fc.dictionary(name, tie('any'), { noNullPrototype: true }),
    ),
  }))
  return fc.dictionary(
    name.filter((one) => one !== ''),
    any,
    { noNullPrototype: true },
  )
}
const row = rowsNamedBy(fc.string())
/** The SDK stumbles over fields that are called like what every object has; ours keeps them, as tested here too. */
const rowForTheSdk = rowsNamedBy(fc.string().filter((name) => !(name in {})))

describe('a row', () => {
  it('keeps a field whose name is special to the language', () => {
    const written = JSON.parse('{"__proto__": {"a": 1}, "b": [{"__proto__": "c"}]}') as object
    expect(JSON.stringify(fromAttributes(toAttributes(written)))).toBe(JSON.stringify(written))
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(row, (written) => {
        expect(fromAttributes(toAttributes(written))).toEqual(written)
      }),
    )
  })

  it('is spelled as the SDK would spell it', () => {
    fc.assert(
      fc.property(rowForTheSdk, (written) => {
        expect(toAttributes(written)).toEqual(marshall(written))
      }),
    )
  })

  it('leaves out what is undefined, at every depth', () => {
    expect(toAttributes({ a: undefined, b: { c: undefined, d: 1 } })).toEqual({ b: { M: { d: { N: '1' } } } })
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Symbol('x'), () => 1])(
    'refuses %s, which no row can hold',
    (odd) => {
      expect(() => toAttributes({ odd })).toThrow('cannot be stored')
    },
  )
})
