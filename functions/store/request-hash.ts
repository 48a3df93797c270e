import { createHash } from 'node:crypto'
import { canonical } from './chain.ts'

/** The hash under which two requests with the same meaning are the same. */
export const canonicalHash = (body: unknown): string =>
  createHash('sha256').update(canonical(body)).digest('base64url')
