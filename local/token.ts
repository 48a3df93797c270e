import { sampleTokens, theOffice } from './sample-tokens.ts'

/**
 * `npm run token -- official-1`: a bearer token for a sample user of the office that runs on this machine.
 * `npm run token -- --client tiancheng-system`: what a bank's own system signs in with.
 */
const [userId, client] = process.argv.slice(2)

try {
  if (!userId) throw new Error('用法 / usage: npm run token -- official-1')
  const { tokenOf, clientOf } = await sampleTokens(theOffice())
  const printed =
    userId === '--client' ? JSON.stringify(await clientOf(client ?? ''), null, 2) : await tokenOf(userId)
  console.log(printed)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
