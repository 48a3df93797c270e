import { refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
export const importOperations = (_: Container): OperationsIn<'imports'> => ({
  importLedger: async () => refuse('busy'),
})
