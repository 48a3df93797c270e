import { always, inHand, open, type Step } from './step.ts'

/** Departments that assist, and common issues with their cases. */
export const togetherSteps = {
  recordAssistance: {
    zh: '协办反馈',
    en: 'record assistance given',
    who: ['assistingHandler'],
    from: inHand,
    makes: ['AssistanceGiven'],
    door: 'portal',
  },
  joinCommon: {
    zh: '并入共性问题',
    en: 'join a common issue',
    who: ['dispatcher', 'manager'],
    from: ['logged', ...inHand],
    makes: ['CommonJoined'],
    door: 'portal',
  },
  leaveCommon: {
    zh: '移出共性问题',
    en: 'leave a common issue',
    who: ['dispatcher', 'manager'],
    from: open,
    makes: ['CommonLeft'],
    door: 'portal',
  },
  adoptChild: {
    zh: '列为共性问题个案',
    en: 'take in a case',
    who: ['system'],
    from: always,
    makes: ['ChildAdopted'],
    door: 'clock',
  },
  releaseChild: {
    zh: '移除共性问题个案',
    en: 'let a case go',
    who: ['system'],
    from: always,
    makes: ['ChildReleased'],
    door: 'clock',
  },
  suggestClosure: {
    zh: '提示可申请办结',
    en: 'suggest closure',
    who: ['system'],
    from: inHand,
    makes: ['ClosureSuggested'],
    door: 'clock',
  },
  recordCommonOutcome: {
    zh: '共性问题成效',
    en: 'record what a common issue led to',
    who: ['handler', 'dispatcher', 'manager'],
    from: [...inHand, 'confirming', 'closed'],
    makes: ['CommonOutcomeRecorded'],
    door: 'portal',
  },
} as const satisfies Record<string, Step>
