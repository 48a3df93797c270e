import type { Problem } from '../../../core/api/issues.ts'

/** How a request can end other than well. `refused` carries the server's own reason. */
export type Failure =
  | { kind: 'refused'; status: number; problem: Problem }
  | { kind: 'signedOut' }
  | { kind: 'unreachable' }
  | { kind: 'tooSlow' }
  | { kind: 'broken'; status: number }

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** For the query library, which learns of failures by exceptions. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind === 'refused' ? failure.problem.title : failure.kind)
    this.failure = failure
  }
}

export const failureOf = (error: unknown): Failure =>
  error instanceof CallFailed ? error.failure : { kind: 'broken', status: 0 }

const words = {
  signedOut: {
    zh: '登录已过期。已填的内容都在，请重新登录后继续。',
    en: 'Your sign-in has ended. What you typed is kept; sign in again to go on.',
  },
  unreachable: { zh: '现在连不上网络，请稍后再试。', en: 'There is no connection now; try again later.' },
  tooSlow: {
    zh: '服务器很久没有回应，不确定是否办成；再试一次不会重复办理。',
    en: 'The server did not answer in time; trying again will not do it twice.',
  },
  broken: {
    zh: '服务器出错了，请稍后再试；已填的内容都在。',
    en: 'The server failed; try again later. What you typed is kept.',
  },
}

/** What went wrong, in a sentence for people. */
export const wordsOf = (failure: Failure): { zh: string; en: string } =>
  failure.kind === 'refused'
    ? { zh: failure.problem.detail ?? failure.problem.title, en: failure.problem.titleEn }
    : words[failure.kind]

/** Messages by field, keyed by the pointer without its first slash: `issues/0/content`. */
export const faultsOf = (failure: Failure | undefined): Record<string, string> =>
  failure?.kind === 'refused'
    ? Object.fromEntries(
        (failure.problem.errors ?? []).map(({ pointer, message }) => [pointer.replace(/^\//, ''), message]),
      )
    : {}
