import { createHmac } from 'node:crypto'
import type { SignInKeys } from './keys.ts'
import type { SignInUser } from './users.ts'

/**
 * The secret of a bank's own system, made from the office's own keys: it outlives a restart, stands in no file, and
 * whoever may read the data folder can print it.
 */
export const clientSecretOf = ({ cookies }: Pick<SignInKeys, 'cookies'>, id: string): string =>
  createHmac('sha256', cookies[0] ?? '')
    .update(`client ${id}`)
    .digest('base64url')

/** Banks' systems of the directory as clients that sign in for themselves (RFC 6749, 4.4), and in no other way. */
export const systemClients = (users: readonly SignInUser[], keys: Pick<SignInKeys, 'cookies'>) =>
  users
    .filter(({ machine, role }) => machine && role === 'banker')
    .map(({ id, name }) => ({
      client_id: id,
      client_name: name,
      client_secret: clientSecretOf(keys, id),
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: 'client_secret_basic',
    }))
