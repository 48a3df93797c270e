import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFrom } from '../../../core/chat/draft.ts'
import { pairsToLookUp } from '../../../core/chat/firm.ts'
import { known, messages } from './messages.ts'

const read = (message: string) => {
  const { firm, category, urgency, need, contact, leftEmpty, cautions } = draftFrom(message, known)
  return {
    firm,
    picked: { category, urgency, need, contact },
    empty: leftEmpty.map((note) => note.field).join(' '),
    cautions: cautions.map((note) => note.field).join(' '),
  }
}

it('a sum of nothing is no sum', () => {
  expect(draftFrom('贷款0亿', known).need).toEqual({})
})

describe('a chat message', () => {
  it.each(messages)('%s: %s', (_, message, { firm, empty, cautions = '', ...picked }) => {
    const found = read(message)
    expect(found.picked).toEqual({ category: undefined, urgency: undefined, ...picked })
    expect(found.firm?.name ?? '').toContain(firm)
    expect(found.firm === undefined).toBe(firm === '')
    // A post that is not named is asked for too; here only what else is left empty.
    expect(found.empty).toBe(empty)
    expect(found.cautions).toBe(cautions)
  })

  it('offers the firms that are called alike, and takes none', () => {
    const { candidates } = draftFrom('鸿达要招10个焊工', known)
    expect(candidates.map((firm) => firm.name)).toEqual(['内江鸿达机械制造有限公司', '内江鸿达食品有限公司'])
  })

  it('finds its firm by a pair of characters of its name', () => {
    for (const [, message, { firm }] of messages) {
      const name = known.find((one) => firm !== '' && one.name.includes(firm))?.name
      if (name && !/\d{8}/.test(message.slice(0, 10)))
        expect(
          pairsToLookUp(message).some((two) => name.includes(two)),
          message,
        ).toBe(true)
    }
  })

  it('keeps what was said, without heads and mentions', () => {
    expect(draftFrom(messages[0]?.[1] ?? '', known).content).toMatch(/^启明电子想贷款/)
    expect(draftFrom(messages[1]?.[1] ?? '', known).content).toBe(
      '联创新材料急需招15个普工，最好月底前到岗'.replace('，', ','),
    )
  })

  it('of any kind gives a draft, and numbers that a form takes', () => {
    const words = fc.constantFrom(
      '贷款',
      '招',
      '人',
      '万',
      '亿',
      '年',
      '半',
      '-',
      '0',
      '9',
      '三百',
      '1e',
      '。',
      ' ',
      '启明',
    )
    const message = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(message, (text) => {
        const { need } = draftFrom(text, known)
        for (const value of [need.amountYuan, need.termMonths, need.creditYuan, need.headcount]) {
          if (value !== undefined) expect(Number.isSafeInteger(value) && value > 0).toBe(true)
        }
      }),
    )
  })
})
