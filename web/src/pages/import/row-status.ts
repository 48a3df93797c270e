export const rowStatusWords = {
  new: { zh: '可导入', en: 'new' },
  duplicate: { zh: '重复', en: 'duplicate' },
  warning: { zh: '有提醒', en: 'warning' },
  error: { zh: '有错误', en: 'error' },
} as const
export type RowStatus = keyof typeof rowStatusWords
