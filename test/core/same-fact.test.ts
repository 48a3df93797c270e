import { describe, expect, it } from 'vitest'
import { naturalKeyText, sameFactText } from '../../core/same-fact.ts'

describe('two tellings of one problem', () => {
  it('are the same whatever their width, case, spaces and punctuation', () => {
    expect(sameFactText(' 需贷款７００万元，\n申请ＡＢＣ贷。')).toBe(
      sameFactText('需贷款700万元;申请 abc 贷'),
    )
  })

  it('are not the same where a decimal point sets them apart', () => {
    expect(sameFactText('需贷款1.5亿元.')).not.toBe(sameFactText('需贷款15亿元'))
  })

  it('are kept apart by firm and by category', () => {
    const fact = { uscc: '91511099ma6000016y', category: 'financing', content: '需贷款。' }
    expect(naturalKeyText(fact)).toBe('91511099MA6000016Y|financing|需贷款')
    expect(naturalKeyText({ ...fact, category: 'policy' })).not.toBe(naturalKeyText(fact))
  })
})
