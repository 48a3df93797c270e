import { isRefusal } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { addRecord } from '../lib/reference-register.ts'
import { keyed } from '../store/answers.ts'
import { listReference } from './list-reference.ts'

/** Every kind of `core/reference/records.ts` is administered here, with nothing to add for a new one. */
export const referenceOperations = (container: Container): OperationsIn<'reference'> => ({
  listReference: async ({ principal, params, query }) => {
    const page = await listReference(container, params.kind, query, principal.role)
    return isRefusal(page) ? page : { body: page }
  },

  addReference: async ({ principal, params: { kind }, body, idempotencyKey }) => {
    const once = keyed(principal.id, 'addReference', idempotencyKey, { kind, body })
    const result = await addRecord(container, principal, kind, body, once)
    return isRefusal(result) ? result : { body: result.answer }
  },
})
