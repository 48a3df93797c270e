/** As core/api/issue-view.ts has them, whose schemas the first page has no use for; the type keeps the two alike. */
export const signalWords: typeof import('../../../core/api/issue-view.ts').signalWords = {
  green: { zh: '正常', en: 'in time' },
  yellow: { zh: '临期', en: 'due soon' },
  red: { zh: '超期', en: 'overdue' },
  paused: { zh: '已暂停', en: 'paused' },
}
