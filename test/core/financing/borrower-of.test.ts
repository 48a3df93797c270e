import { describe, expect, it } from 'vitest'
import { borrowerOf } from '../../../core/financing/borrower-of.ts'
import { Firm } from '../../../core/firm/firm.ts'

const uscc = '91511099MA6100017L'
const firm = (more: object) => Firm.parse({ uscc, name: '启明', ...more })
const issue = { firm: { uscc, name: '启明', park: '城区' } }
const tags = (more: object) => borrowerOf(firm(more), issue).tags

describe('a borrower', () => {
  it('stands where the register says, and else where the issue says', () => {
    expect(borrowerOf(firm({ park: '白马园区', employees: 9 }), issue)).toMatchObject({
      park: '白马园区',
      staff: 9,
    })
    expect(borrowerOf(undefined, issue)).toMatchObject({ park: '城区', tags: undefined })
  })

  it('holds what is entered: nothing entered is not known, an empty list is none', () => {
    expect(tags({})).toBeUndefined()
    expect(tags({ tags: [] })).toEqual([])
    expect(tags({ tags: ['规上'] })).toEqual([{ name: '规上' }])
  })

  it('holds a certificate until its last day, also where the plain word stands beside it', () => {
    const certificates = [{ tag: '高新技术企业', number: 'GR1', expiresOn: '2026-12-31' }]
    expect(tags({ tags: ['规上', '高新技术企业'], certificates })).toEqual([
      { name: '规上' },
      { name: '高新技术企业', validTo: '2026-12-31' },
    ])
  })
})
