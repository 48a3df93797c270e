import { resolve } from 'node:path'
import { z } from 'zod'
import { makeOidcProvider } from './sign-in/provider.ts'

/** `npm run token -- official-1`: a bearer token for a sample user of the office that runs on this machine. */
const [userId] = process.argv.slice(2)
const origin = `http://127.0.0.1:${process.env.PORT ?? 3000}`
const dataDir = resolve(process.env.ZHUQI_DATA ?? '.zhuqi')

const fail = (sentence: string): never => {
  console.error(sentence)
  process.exit(1)
}

const Users = z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }))

/** The names stand in the running office; whom a token may be made for is asked there. */
const users = async () => {
  const answer = await fetch(`${origin}/sample-users.json`).catch(() =>
    fail(`没有在 ${origin} 运行的助企，请先 npm start。 / Nothing runs at ${origin}; npm start first.`),
  )
  return Users.parse(await answer.json())
}

if (!userId) fail('用法 / usage: npm run token -- official-1')
try {
  const provider = await makeOidcProvider({ issuer: `${origin}/oidc`, origin, dataDir, users })
  console.log(await provider.mintToken(userId ?? ''))
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
