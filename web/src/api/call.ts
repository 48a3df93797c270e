import { accessToken } from '../sign-in/session.ts'
import { attemptWith, type Request } from './attempt.ts'
import { CallFailed } from './failure.ts'

export const attempt = attemptWith(accessToken)

/** The answer, or an exception that holds the failure; what the answer must look like is checked where given. */
export const call = async <T>(request: Request, understands?: (value: unknown) => boolean): Promise<T> => {
  const outcome = await attempt<T>(request)
  if (!outcome.ok) throw new CallFailed(outcome.failure)
  if (understands && !understands(outcome.value)) throw new CallFailed({ kind: 'broken', status: 200 })
  return outcome.value
}

export const newKey = () => crypto.randomUUID()
