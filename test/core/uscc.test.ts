import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, normaliseUscc } from '../../core/uscc.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const valid = [
  '91350200776049653A',
  '91440101MA5CJQ4N59',
  '123502001549897397',
  '91511099MA6000016Y',
  '91511099MA6000024R',
  '91511099MA6000032L',
  '91511099MA6000040F',
  '91511099MA6000059C',
  '91511099MA60000677',
]

describe('the unified social credit code', () => {
  it.each(valid)('%s passes', (uscc) => {
    expect(checkUscc(uscc)).toEqual({ ok: true, uscc, checkDigit: 'right', expected: uscc.slice(-1) })
  })

  it.each([
    ['91350100M0001TGQXM', '1'],
    ['91350211M0000XUF46', 'R'],
    ['91350203M0001FUE2P', 'J'],
  ])('%s is real and passes with a wrong check digit, %s by the rule', (uscc, expected) => {
    expect(checkUscc(uscc)).toEqual({ ok: true, uscc, checkDigit: 'wrong', expected })
  })

  it('is read in small letters, full width and with the spaces that forms put in', () => {
    expect(normaliseUscc(' ９１５１１０９９ ma60-0001 6y\u200b')).toBe('91511099MA6000016Y')
  })

  it.each(['', '9151', '91511099MA6000016Y0', '𝟙'.repeat(17)])('%j has a wrong length', (text) => {
    expect(checkUscc(text)).toMatchObject({ ok: false, code: 'usccLength' })
  })

  it.each(['I', 'O', 'S', 'V', 'Z', '企', '*'])('%s is not in the alphabet', (letter) => {
    const check = checkUscc(`91511099MA600001${letter}Y`)
    expect(check).toMatchObject({ ok: false, code: 'usccAlphabet' })
    expect(check.ok ? '' : check.message).toContain(letter)
  })

  it('tells any one character that was changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (first, at, other) => {
          const probe = checkUscc(`${first.join('')}0`)
          const code = first.join('') + (probe.ok ? probe.expected : '')
          fc.pre(code.charAt(at) !== other)
          expect(checkUscc(code)).toMatchObject({ checkDigit: 'right' })
          expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1))).toMatchObject({
            checkDigit: 'wrong',
          })
        },
      ),
    )
  })
})
