import { describe, expect, it } from 'vitest'
import { readCategory, readClosed, readKind, readUrgency } from '../../../core/ledger/ledger-words.ts'

describe('the words of a ledger', () => {
  it.each([
    ['用工', 'hiring'],
    ['招聘类', 'hiring'],
    ['人才', 'hiring'],
    ['用工难问题', 'hiring'],
    ['融资', 'financing'],
    ['银行贷款', 'financing'],
    ['留抵退税', 'taxRefund'],
    ['税务', 'taxRefund'],
    ['政策咨询', 'policy'],
    ['人才政策', 'policy'],
    ['其它', 'other'],
    ['3.其他诉求', 'other'],
  ])('%s is %s', (word, category) => {
    expect(readCategory(word)).toBe(category)
  })

  it.each(['', '用地', '用工、融资', '要素保障'])('%j is no single category', (word) => {
    expect(readCategory(word)).toBeUndefined()
  })

  it.each(['紧急', '特急', '加急', '非常紧急', '是', '√'])('%s is urgent', (word) => {
    expect(readUrgency(word)).toBe('urgent')
  })

  it.each(['', '一般', '不急', '非紧急', '否', '普通'])('%j is ordinary', (word) => {
    expect(readUrgency(word)).toBe('ordinary')
  })

  it.each(['是', '√', '已办结', '办结', '完成', '已完成', '已经解决', '已办结，企业满意', '100%', 'TRUE'])(
    '%s is closed',
    (word) => {
      expect(readClosed(word)).toBe(true)
    },
  )

  it.each(['否', '未办结', '办理中', '正在协调', '推进中', '×', '尚未完成', '待办', '解决不了'])(
    '%s is open',
    (word) => {
      expect(readClosed(word)).toBe(false)
    },
  )

  it('says neither where the ledger says neither', () => {
    expect(readClosed('')).toBeUndefined()
    expect(readClosed('基本到位')).toBe('unclear')
    expect(readClosed('完成50%')).toBe('unclear')
  })

  it.each([
    ['第一次非公企业恳谈会', 'forum'],
    ['座谈会', 'forum'],
    ['走访', 'visit'],
    ['上门走访座谈会', 'visit'],
    ['12345热线', 'hotline'],
    ['企业自报', 'self'],
    ['', 'visit'],
  ])('%j was heard at a %s', (word, kind) => {
    expect(readKind(word)).toBe(kind)
  })
})
