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
  listAuditDays: {
    method: 'GET',
    path: '/audit/days',
    in: 'audit',
    who: ['auditor'],
    zh: '每日封存情况',
    en: 'the seals of the days of a month',
    query: audit.AuditDays,
    status: 200,
    answer: audit.AuditDayList,
  },
  checkAuditDay: {
    method: 'GET',
    path: '/audit/days/{day}',
    in: 'audit',
    who: ['auditor'],
    zh: '核对一天的记录',
    en: 'compare a day with its seal',
    params: audit.ByDay,
    status: 200,
    answer: audit.AuditDay,
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
