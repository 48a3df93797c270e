import type { Api, Reply } from './api.ts'

type People = (userId: string) => Promise<string>
/** Who plays: the office's API, and a token for everyone in it. */
export type Cast = { api: Api; tokenOf: People }

/** Refusals that only mean that this step was done before the office was interrupted. */
const doneBefore = new Set(['wrongStage', 'returnIsFinal', 'changedMeanwhile'])

export const must = (what: string, reply: Reply): Record<string, unknown> => {
  if (reply.ok) return reply.body
  if (doneBefore.has(reply.problem.code)) return {}
  throw new Error(
    `${what}: ${reply.problem.title} ${reply.problem.detail ?? ''} ${JSON.stringify(reply.problem.errors ?? [])}`,
  )
}

export const giver =
  ({ api, tokenOf }: Cast) =>
  async (user: string, id: string, command: string, body: unknown = {}) =>
    must(
      `${command} ${id}`,
      await api('POST', `/issues/${id}/commands/${command}`, { token: await tokenOf(user), body }),
    )

export type Give = ReturnType<typeof giver>
