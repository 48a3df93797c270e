import { describe, expect, test } from 'vitest'
import { compileRule } from '../../../local/step-functions/choice.ts'

const holds = (rule: Record<string, unknown>, input: unknown) =>
  compileRule(rule, (what) => {
    throw new Error(what)
  })({ input, context: () => ({ State: { Name: '分派' } }) })

describe('a rule of a Choice', () => {
  test.each([
    [{ Variable: '$.a', StringEquals: '用工' }, { a: '用工' }, true],
    [{ Variable: '$.a', StringEquals: '1' }, { a: 1 }, false],
    [{ Variable: '$$.State.Name', StringEquals: '分派' }, {}, true],
    [{ Variable: '$.a', StringMatches: 'to*' }, { a: 'toHandle' }, true],
    [{ Variable: '$.a', StringMatches: 'a.c' }, { a: 'abc' }, false],
    [{ Variable: '$.a', NumericGreaterThanEquals: 3 }, { a: 3 }, true],
    [{ Variable: '$.a', NumericLessThan: 3 }, { a: 3 }, false],
    [{ Variable: '$.a', NumericEqualsPath: '$.b' }, { a: 3, b: 3 }, true],
    [{ Variable: '$.a', BooleanEquals: true }, { a: true }, true],
    [
      { Variable: '$.a', TimestampLessThan: '2026-11-23T00:00:00Z' },
      { a: '2026-11-23T07:59:59+08:00' },
      true,
    ],
    [{ Variable: '$.a', IsNull: true }, { a: null }, true],
    [{ Variable: '$.a', IsPresent: false }, {}, true],
    [{ Variable: '$.a', IsString: false }, { a: 1 }, true],
    [{ Not: { Variable: '$.a', IsNumeric: true } }, { a: 'x' }, true],
    [
      {
        And: [
          { Variable: '$.a', IsPresent: true },
          { Variable: '$.a', StringEquals: 'x' },
        ],
      },
      {},
      false,
    ],
    [
      {
        Or: [
          { Variable: '$.a', StringEquals: 'x' },
          { Variable: '$.a', StringEquals: 'y' },
        ],
      },
      { a: 'y' },
      true,
    ],
  ])('%j on %j is %s', (rule, input, expected) => {
    expect(holds(rule, input)).toBe(expected)
  })

  test('on a value that is not there fails, as on AWS', () => {
    expect(() => holds({ Variable: '$.a', StringEquals: 'x' }, {})).toThrow("Invalid path '$.a'")
  })

  test.each([
    [{ Variable: '$.a', StringEquals: 1 }],
    [{ Variable: '$.a', Sounds: 'like' }],
    [{ Variable: '$..a', StringEquals: 'x' }],
    [{ Condition: '{% true %}' }],
    [{ Variable: '$.a' }],
  ])('is refused when it is %j', (rule) => {
    expect(() => holds(rule, {})).toThrow()
  })
})
