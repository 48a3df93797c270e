import { describe, expect, it } from 'vitest'
import { defaultRoutingRules, defaultServiceLevels } from '../../../core/reference/defaults.ts'
import { RoutingRule, ServiceLevel, validOn } from '../../../core/reference/records.ts'
import { categoryWords, keysOf, urgencyWords } from '../../../core/words.ts'
import { reference } from '../office.ts'

describe('what an office starts with', () => {
  it.each(defaultRoutingRules)('the rule $id is a record that could be stored', (rule) => {
    expect(RoutingRule.parse(rule)).toEqual(rule)
  })

  it.each(defaultRoutingRules)(
    'the rule $id sends to a department of the sample office',
    ({ department }) => {
      expect(reference.department.map(({ id }) => id)).toContain(department)
    },
  )

  it.each(defaultServiceLevels)('the service level $id is a record that could be stored', (level) => {
    expect(ServiceLevel.parse(level)).toEqual(level)
  })

  it.each(keysOf(urgencyWords))('there is one service level for %s issues', (urgency) => {
    const found = validOn(defaultServiceLevels, '2026-11-23').filter((level) => level.urgency === urgency)
    expect(found).toHaveLength(1)
  })

  it.each(keysOf(categoryWords))(
    '%s issues have a rule or the dispatcher, never two general rules',
    (category) => {
      const general = defaultRoutingRules.filter((rule) => rule.category === category && !rule.keywords)
      expect(general.length).toBeLessThan(2)
    },
  )

  it('every record names its source', () => {
    const records = [...defaultRoutingRules, ...defaultServiceLevels]
    expect(records.filter(({ source }) => source === '')).toEqual([])
  })
})
