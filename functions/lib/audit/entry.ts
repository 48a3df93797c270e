import type { AuditFact } from '../../../core/api/audit.ts'

/** A line to be put on record. Who, in which role and by which request is filled in from the request under way. */
export type AuditEntry = AuditFact & { by?: string; role?: string; request?: string }
