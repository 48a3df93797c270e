import type { Step } from './step.ts'

const over = ['closed', 'declined', 'withdrawn', 'merged'] as const

/** What the office's rule of retention brings, long after an issue is over. */
export const retentionSteps = {
  archiveRecord: {
    zh: '转入档案',
    en: 'put into the archive',
    who: ['system'],
    from: over,
    makes: ['RecordArchived'],
    door: 'clock',
  },
  erasePersonalData: {
    zh: '删除个人信息',
    en: 'erase personal data',
    who: ['system'],
    from: over,
    makes: ['PersonalDataErased'],
    door: 'clock',
  },
} as const satisfies Record<string, Step>
