import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import * as z from 'zod'

/** The one algorithm of all tokens: short signatures, and known to every API gateway. */
export const signingAlgorithm = 'ES256'

const PrivateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal(signingAlgorithm),
  use: z.literal('sig'),
})
const SignInKeys = z.object({
  signing: z.array(PrivateKey).min(1),
  cookies: z.array(z.string().min(32)).min(1),
})
export type SignInKeys = z.infer<typeof SignInKeys>

/** The office's own keys, made on the first start; a token outlives a restart because they stay the same. */
export async function signInKeys(dataDir: string): Promise<SignInKeys> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'sign-in-keys.json')
  const kept = readKeys(file)
  if (kept) return kept
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, JSON.stringify(await newKeys()), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file) // fails where another process was first: then its keys count
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readKeys(file) ?? signInKeys(dataDir)
}

function readKeys(file: string): SignInKeys | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
  if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
  try {
    return SignInKeys.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(
      `登录密钥文件已损坏，请删除后重新启动。The keys in ${file} cannot be read; delete the file and start again.`,
      {
        cause,
      },
    )
  }
}

async function newKeys(): Promise<SignInKeys> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(jwk)
  const signing = PrivateKey.parse({ ...jwk, kid, alg: signingAlgorithm, use: 'sig' })
  return { signing: [signing], cookies: [randomBytes(32).toString('base64url')] }
}

const isErrno = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
