import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** How a password is kept: argon2id with what it was made by, so that later versions may ask for more. */
export const PasswordHash = z.object({
  memoryKib: z.int().min(19_456),
  passes: z.int().min(1),
  parallelism: z.int().min(1),
  salt: z.base64url(),
  tag: z.base64url(),
})
export type PasswordHash = z.infer<typeof PasswordHash>

/** The second recommendation of RFC 9106, section 4: 64 MiB, three passes, four lanes. About a tenth of a second. */
const usual = { memoryKib: 65_536, passes: 3, parallelism: 4 }
const tagLength = 32

const derive = (password: string, salt: Buffer, cost: typeof usual) =>
  new Promise<Buffer>((resolve, reject) => {
    const parameters: Argon2Parameters = {
      // One way of writing what looks the same, however a keyboard composes it.
      message: password.normalize('NFKC'),
      nonce: salt,
      parallelism: cost.parallelism,
      tagLength,
      memory: cost.memoryKib,
      passes: cost.passes,
    }
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })

export const hashPassword = async (password: string): Promise<PasswordHash> => {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, usual)
  return { ...usual, salt: salt.toString('base64url'), tag: tag.toString('base64url') }
}

/** Without a hash it takes as long and answers no, so that nobody learns from the time who has an account. */
export const isPassword = async (password: string, hash: PasswordHash | undefined): Promise<boolean> => {
  if (!hash) {
    await derive(password, Buffer.alloc(16), usual)
    return false
  }
  const kept = Buffer.from(hash.tag, 'base64url')
  const found = await derive(password, Buffer.from(hash.salt, 'base64url'), hash)
  return kept.length === found.length && timingSafeEqual(kept, found)
}
