import type { Provider } from 'oidc-provider'
import type { Door } from './door.ts'
import type { Users } from './users.ts'

/** What a step of signing in works with. */
export type StepParts = {
  provider: Provider
  users: Users
  origin: string
  mount: string
  door?: Door | undefined
}
