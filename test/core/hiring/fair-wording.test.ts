import { describe, expect, it } from 'vitest'
import { unlawfulLimitsIn } from '../../../core/hiring/fair-wording.ts'

describe('a limit that the law forbids', () => {
  it.each([
    ['限男，35岁以下', '性别'],
    ['限女性', '性别'],
    ['只招男工', '性别'],
    ['女士优先', '性别'],
    ['招收女工10名', '性别'],
    ['未婚优先', '婚姻、生育'],
    ['要求已婚已育', '婚姻、生育'],
    ['两年内不怀孕', '婚姻、生育'],
    ['只招汉族', '民族、宗教信仰'],
    ['残疾人勿扰', '残疾'],
    ['须无乙肝', '传染病病原携带'],
    ['不要农民工', '户籍'],
  ])('is found in “%s”', (text, about) => {
    expect(unlawfulLimitsIn(text).map((limit) => limit.about.zh)).toContain(about)
    expect(unlawfulLimitsIn(text)[0]?.law).toMatch(/《.+法》第.+条/)
  })

  it.each([
    '男女不限',
    '男女均可，经验不限',
    '提供夫妻房',
    '需熟悉电工操作',
    '急需数控车工20人',
    '女职工权益有保障',
    '本地企业招聘会',
  ])('is not found in “%s”', (text) => {
    expect(unlawfulLimitsIn(text)).toEqual([])
  })
})
