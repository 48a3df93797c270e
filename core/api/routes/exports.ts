import * as z from 'zod'
import { ExportId, ExportPiece, ExportRequest, ExportView } from '../exports.ts'
import { type Route, readers } from '../route.ts'

export const exportRoutes = {
  askExport: {
    method: 'POST',
    path: '/exports',
    in: 'exports',
    who: readers,
    zh: '导出台账或指标（后台生成）',
    en: 'export the ledger or the figures, as a job',
    body: ExportRequest,
    status: 202,
    answer: ExportView,
  },
  getExport: {
    method: 'GET',
    path: '/exports/{id}',
    in: 'exports',
    who: readers,
    zh: '导出进度',
    en: 'how far an export has come',
    params: ExportId,
    status: 200,
    answer: ExportView,
  },
  getExportFile: {
    method: 'GET',
    path: '/exports/{id}/file',
    in: 'exports',
    who: readers,
    zh: '下载导出的文件（分段）',
    en: 'a piece of the exported file',
    params: ExportId,
    query: ExportPiece,
    status: 200,
    answer: z.unknown(),
  },
} as const satisfies Record<string, Route>
