import { sampleTokens, theOffice } from './sample-tokens.ts'

/** `npm run token -- official-1`: a bearer token for a sample user of the office that runs on this machine. */
const [userId] = process.argv.slice(2)

try {
  if (!userId) throw new Error('用法 / usage: npm run token -- official-1')
  const { tokenOf } = await sampleTokens(theOffice())
  console.log(await tokenOf(userId))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
