/** What concerns how long things are kept, and what a firm may ask for. */
export const retentionRefusals = {
  notDueYet: {
    zh: '保存期限还没有到，到期后系统会自动办理。',
    en: 'The time for which it is kept is not over; the office does it by itself when it is.',
  },
  stillGoingOn: {
    zh: '这件诉求还没有结束，结束后才计算保存期限。',
    en: 'The issue is not over; its time of retention begins when it is.',
  },
  inTheArchive: {
    zh: '这件诉求已转入档案，只供查阅；有新情况的，请另行登记诉求。',
    en: 'The issue is in the archive and can only be read; log what is new as an issue of its own.',
  },
  erasedFile: {
    zh: '附件已按期限删除，不能再下载。',
    en: 'The file was erased when its time was over; it cannot be fetched any more.',
  },
  exportExpired: {
    zh: '导出文件已过保存期限并已删除，请重新导出。',
    en: 'The file of this export was deleted when its time was over; ask for a new export.',
  },
} as const
