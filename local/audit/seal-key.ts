import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sealer } from '../../functions/lib/audit/seal.ts'
import { digestOf } from '../../functions/store/chain.ts'

const privateFile = 'seal-key.pem'
const publicFile = 'seal-key.pub.pem'

/** A key is named by what it is, so that one that is replaced is told apart. */
export const keyName = (key: KeyObject): string => digestOf(key.export({ format: 'jwk' }).x).slice(0, 16)

/** A public key as it was written to a file: all that is needed to verify. */
export const readPublicKey = (file: string): KeyObject => createPublicKey(readFileSync(file, 'utf8'))

export const publicKeyFile = (dataDir: string) => join(dataDir, publicFile)

const makeKey = (dataDir: string) => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(join(dataDir, privateFile), pem, { mode: 0o600, flag: 'wx' })
}

/**
 * The key that seals the days of an office on one machine: Ed25519, made on the first start and readable by its owner
 * only. Its public half stands beside it, to be copied to where nobody of this machine can write.
 */
export const fileSealer = (dataDir: string): Sealer => {
  const file = join(dataDir, privateFile)
  if (!existsSync(file)) makeKey(dataDir)
  chmodSync(file, 0o600)
  const key = createPrivateKey(readFileSync(file, 'utf8'))
  const publicKey = createPublicKey(key)
  writeFileSync(publicKeyFile(dataDir), publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  return {
    key: keyName(publicKey),
    sign: async (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}
