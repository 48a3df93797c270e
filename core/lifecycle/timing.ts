import { always, inHand, open, type Step } from './step.ts'

/** Clocks: what is overdue, extended, paused, supervised or computed again. */
export const timingSteps = {
  recordOverdue: {
    zh: '记录超期',
    en: 'record what is overdue',
    who: ['system'],
    from: open,
    makes: ['DueSoonRecorded', 'OverdueRecorded', 'SupervisionProposed'],
    door: 'clock',
  },
  recomputeDues: {
    zh: '重算期限',
    en: 'compute due times again',
    who: ['system'],
    from: always,
    makes: ['DuesRecomputed'],
    door: 'clock',
  },
  askExtension: {
    zh: '申请延期',
    en: 'ask for an extension',
    who: ['handler'],
    from: ['handling'],
    makes: ['ExtensionAsked'],
    door: 'portal',
  },
  decideExtension: {
    zh: '审批延期',
    en: 'decide on an extension',
    who: ['dispatcher', 'manager'],
    from: ['handling'],
    makes: ['ExtensionDecided'],
    door: 'portal',
  },
  pauseIssue: {
    zh: '暂停计时',
    en: 'pause',
    who: ['handler', 'dispatcher'],
    from: ['handling'],
    makes: ['IssuePaused'],
    door: 'portal',
  },
  resumeIssue: {
    zh: '恢复计时',
    en: 'resume',
    who: ['handler', 'dispatcher', 'system'],
    from: ['handling'],
    makes: ['IssueResumed'],
    door: 'portal',
  },
  decideSupervision: {
    zh: '督办',
    en: 'decide on supervision',
    who: ['manager'],
    from: inHand,
    makes: ['SupervisionDecided'],
    door: 'portal',
  },
} as const satisfies Record<string, Step>
