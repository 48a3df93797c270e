import { expect } from 'vitest'
import { Problem } from '../../core/api/issues.ts'
import { refusalCodes } from '../../core/refusal.ts'
import type { Ask, Reply } from './office.ts'

/** A request that is to be refused; by official-1 and a POST unless it says otherwise. */
export type Asked = {
  by?: string | undefined
  method?: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}

export const send = (ask: Ask, { by = 'official-1', method = 'POST', path, body, headers }: Asked) =>
  ask(by || undefined, method as 'POST', path, body, headers)

/** A refusal as people and programs read it: problem+json with a known code, a Chinese and an English sentence. */
export const expectProblem = (reply: Reply, status: number, code: string): Problem => {
  expect([reply.status, reply.body.code], JSON.stringify(reply.body)).toEqual([status, code])
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = Problem.parse(reply.body)
  expect(problem.status).toBe(status)
  expect(refusalCodes).toContain(problem.code)
  expect(problem.title).toMatch(/[\u4e00-\u9fff].*。$/)
  expect(problem.titleEn).toMatch(/^[A-Z][^\u4e00-\u9fff]+\.$/)
  for (const { message } of problem.errors ?? []) expect(message).toMatch(/[\u4e00-\u9fff]/)
  return problem
}
