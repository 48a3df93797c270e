import { describe, expect, it } from 'vitest'
import { headingWords, readHeading } from '../../../core/ledger/headings.ts'

describe('a heading', () => {
  it.each([
    ['单位名称', 'firmName'],
    ['* 企 业 名 称（全称）', 'firmName'],
    ['信用代码', 'uscc'],
    ['统一社会信用代码/税号', 'uscc'],
    ['反映问题', 'content'],
    ['企业反映的问题', 'content'],
    ['存在的困难和问题', 'content'],
    ['企业联系人', 'contactName'],
    ['联系人及电话', 'contactName'],
    ['手机', 'phone'],
    ['问题类别', 'category'],
    ['走访日期', 'on'],
    ['承办单位', 'department'],
    ['办理进展', 'progressText'],
    ['办结情况', 'closed'],
    ['办结日期', 'closedOn'],
  ])('%s means %s', (heading, meaning) => {
    expect(readHeading(heading)?.meaning).toBe(meaning)
  })

  it.each([
    ['资金需求（万元）', '万元'],
    ['融资金额(单位：元)', '元'],
    ['贷款金额/亿元', '亿元'],
    ['融资额度万元', '万元'],
    ['期限（月）', '月'],
    ['贷款期限【年】', '年'],
    ['资金需求', undefined],
  ])('%s names the unit %s', (heading, unit) => {
    expect(readHeading(heading)?.unit).toBe(unit)
  })

  it.each(['企业类型', '企业人数', '责任单位联系人', '责任单位联系电话', '办结时限', '地址', ''])(
    '%j means none of ours',
    (heading) => {
      expect(readHeading(heading)).toBeUndefined()
    },
  )

  it('means one thing: no word stands under two meanings', () => {
    const words = Object.values(headingWords).flat()
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })
})
