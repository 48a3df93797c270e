import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { answerWrite, earlierAnswer, type Keyed } from '../store/answers.ts'
import type { Container } from './container.ts'

/** What was answered before under this key; a refusal where the key stands for another request; else nothing. */
export const answeredBefore = async (
  container: Container,
  keyed: Keyed | undefined,
): Promise<{ answer: unknown } | Refusal | undefined> => {
  if (!keyed) return undefined
  const earlier = await earlierAnswer(container.table, keyed, container.now())
  if (earlier.found === 'same') return { answer: earlier.answer }
  return earlier.found === 'other' ? refuse('keyReused') : undefined
}

const attempts = 5

/**
 * Takes a key for a request that has several effects, before the first of them. Whoever asks again, also at the same
 * moment, gets what was noted the first time.
 */
export const claimKey = async <A>(
  container: Container,
  keyed: Keyed | undefined,
  noted: A,
): Promise<{ answer: A } | Refusal> => {
  if (!keyed) return { answer: noted }
  for (let tried = 0; tried < attempts; tried++) {
    const result = await container.table.transact([answerWrite(keyed, noted, container.now())])
    if (result.written) return { answer: noted }
    const before = await answeredBefore(container, keyed)
    if (before) return isRefusal(before) ? before : { answer: before.answer as A }
  }
  return refuse('busy')
}

/**
 * The answer of a request that does no harm when it is done twice: whoever asks again under its key, also at the same
 * moment, gets the answer that was noted first.
 */
export const answerOnce = async <A>(
  container: Container,
  keyed: Keyed | undefined,
  give: () => Promise<{ answer: A } | Refusal>,
): Promise<{ answer: A } | Refusal> => {
  const before = await answeredBefore(container, keyed)
  if (before) return isRefusal(before) ? before : { answer: before.answer as A }
  const given = await give()
  return isRefusal(given) ? given : claimKey(container, keyed, given.answer)
}
