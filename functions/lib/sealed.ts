import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const saltBytes = 16
const tagBytes = 16

/** A key and a nonce that are used once, because the salt is. */
const derived = (password: string, salt: Uint8Array) => {
  const bytes = Buffer.from(hkdfSync('sha256', password, salt, 'zhuqi sealed answer', 44))
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) }
}

/** A secret as it may stand in the table: only whoever knows the password can open it. */
export const seal = (secret: string, password: string): string => {
  const salt = randomBytes(saltBytes)
  const { key, nonce } = derived(password, salt)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([salt, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Throws where the password is another or the text was changed. */
export const unseal = (text: string, password: string): string => {
  const bytes = Buffer.from(text, 'base64url')
  const { key, nonce } = derived(password, bytes.subarray(0, saltBytes))
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(bytes.subarray(saltBytes, saltBytes + tagBytes))
  const opened = [decipher.update(bytes.subarray(saltBytes + tagBytes)), decipher.final()]
  return Buffer.concat(opened).toString('utf8')
}
