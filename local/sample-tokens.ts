import { resolve } from 'node:path'
import * as z from 'zod'
import { makeOidcProvider } from './sign-in/provider.ts'

/** A sentence for whoever typed the command. */
export class NoOffice extends Error {}

const Users = z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }))

/** Where the office of this machine is and keeps its keys, by the same variables that `npm start` reads. */
export const theOffice = () => ({
  origin: `http://127.0.0.1:${process.env.PORT ?? 3000}`,
  dataDir: resolve(process.env.ZHUQI_DATA ?? '.zhuqi'),
})

/** Tokens for the sample users of the running office. Whom one may be made for is asked there. */
export const sampleTokens = async ({ origin, dataDir }: ReturnType<typeof theOffice>) => {
  const users = async () => {
    const answer = await fetch(`${origin}/sample-users.json`).catch(() => {
      throw new NoOffice(
        `没有在 ${origin} 运行的助企，请先 npm start。 / Nothing runs at ${origin}; npm start first.`,
      )
    })
    return Users.parse(await answer.json())
  }
  const provider = await makeOidcProvider({ issuer: `${origin}/oidc`, origin, dataDir, users })
  const made = new Map<string, Promise<string>>()
  const tokenOf = (userId: string) => {
    const token = made.get(userId) ?? provider.mintToken(userId)
    made.set(userId, token)
    return token
  }
  /** Credentials of a bank's own system, tried at the office before they are handed out. */
  const clientOf = async (id: string) => {
    const secret = provider.clientSecret(id)
    const tokenEndpoint = `${origin}/oidc/token`
    const answer = await fetch(tokenEndpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    if (!answer.ok) throw new NoOffice(`没有银行系统 ${id}。 / There is no system of a bank called ${id}.`)
    return { clientId: id, clientSecret: secret, tokenEndpoint }
  }
  return { tokenOf, clientOf }
}
