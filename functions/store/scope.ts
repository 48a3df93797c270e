import { AsyncLocalStorage } from 'node:async_hooks'

/** In whose name and by which request something is done. */
export type Scope = { by: string; role: string; request: string }

/**
 * What is written while a request is answered says which request it was and in which role it was made. It is kept beside
 * the calls and not passed through them, so that no layer can forget it.
 */
export const scope = new AsyncLocalStorage<Scope>()

/** What an event keeps of it; absent where a workflow or the clock acts. */
export const viaOf = (): { role: string; request: string } | undefined => {
  const now = scope.getStore()
  return now && { role: now.role, request: now.request }
}
