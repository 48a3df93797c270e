import { resolve } from 'node:path'
import * as z from 'zod'
import { signInKeys } from './sign-in/keys.ts'
import { makeOidcProvider } from './sign-in/provider.ts'
import { clientSecretOf } from './sign-in/systems.ts'

/** A sentence for whoever typed the command. */
export class NoOffice extends Error {}

const Users = z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }))

/** Where the office of this machine is and keeps its keys, by the same variables that `npm start` reads. */
export const theOffice = () => ({
  origin: process.env.ZHUQI_ORIGIN?.replace(/\/$/, '') || `http://127.0.0.1:${process.env.PORT ?? 3000}`,
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
    if (answer.status === 404)
      throw new NoOffice(
        '这个办公室使用账号登录，没有示例用户。 / People sign in with accounts here; there are no sample users.',
      )
    return Users.parse(await answer.json())
  }
  // Made when it is needed: where people have accounts there are no tokens to be printed, but systems of banks.
  let making: ReturnType<typeof makeOidcProvider> | undefined
  const provider = () => {
    making ??= makeOidcProvider({ issuer: `${origin}/oidc`, origin, dataDir, users })
    return making
  }
  const made = new Map<string, Promise<string>>()
  const tokenOf = (userId: string) => {
    const token = made.get(userId) ?? provider().then((ready) => ready.mintToken(userId))
    made.set(userId, token)
    // An office that was down for a moment is asked again.
    token.catch(() => made.delete(userId))
    return token
  }
  /** Credentials of a bank's own system, tried at the office before they are handed out. */
  const clientOf = async (id: string) => {
    const secret = clientSecretOf(await signInKeys(dataDir), id)
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
