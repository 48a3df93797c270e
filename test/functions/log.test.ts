import { expect, it } from 'vitest'
import { logMessages } from '../../functions/lib/log.ts'

it('each message of the log has a code of its own, by which alarms and people find it', () => {
  const codes = Object.values(logMessages).map((message) => /^(ZQ\d{3}) \S/.exec(message)?.[1] ?? message)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  expect(codes.filter((code) => !/^ZQ\d{3}$/.test(code))).toEqual([])
})
