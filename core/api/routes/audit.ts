import * as z from 'zod'
import * as audit from '../audit.ts'
import type { Route } from '../route.ts'

export const auditRoutes = {
  readAudit: {
    method: 'GET',
    path: '/audit',
    in: 'audit',
    who: ['auditor'],
    zh: '审计记录',
    en: 'the audit trail of a day',
    query: audit.ReadAudit,
    status: 200,
    answer: audit.AuditPage,
  },
  exportAudit: {
    method: 'GET',
    path: '/audit/file',
    in: 'audit',
    who: ['auditor'],
    zh: '导出审计记录',
    en: 'the audit trail of a day as a file',
    query: audit.ExportAudit,
    status: 200,
    answer: z.unknown(),
  },
} as const satisfies Record<string, Route>
