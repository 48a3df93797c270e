/** As `apiBase` in core/api/routes.ts, whose schemas the first page has no use for. */
export const apiBase = '/api/v1'
