import { closureTypeWords } from '../words.ts'
import { department, type Lines } from './told.ts'

/** Departments and issues that belong together. */
export const linesOfTogether = {
  AssistanceGiven: [
    {
      kind: 'assisted',
      to: department,
      says: ({ event, nameOf }) => ({
        zh: `${nameOf(event.department)}已反馈协办意见。`,
        en: `${nameOf(event.department)} has done its part in assisting.`,
      }),
    },
  ],
  ClosureSuggested: [
    {
      kind: 'closureSuggested',
      to: department,
      says: ({ event: { from, closure } }) => ({
        zh: `共性问题 ${from} 已办结（${closureTypeWords[closure].zh}），请看本件是否也可以申请办结。`,
        en: `The common issue ${from} was closed (${closureTypeWords[closure].en}); see whether this one can be closed too.`,
      }),
    },
  ],
  CommonJoined: [
    {
      kind: 'joinedCommon',
      to: department,
      says: ({ event: { parent } }) => ({
        zh: `本件已并入共性问题 ${parent}，仍由本部门答复企业。`,
        en: `This issue is now a case of the common issue ${parent}; the department still answers the firm.`,
      }),
    },
  ],
  CommonLeft: [],
  ChildAdopted: [],
  ChildReleased: [],
  CommonOutcomeRecorded: [],
  HandedOver: [
    {
      kind: 'handedToYou',
      to: ({ event }) => [`user:${event.to}`],
      says: () => ({ zh: '本件已移交给您承办。', en: 'The issue was handed over to you.' }),
    },
    {
      kind: 'handedOver',
      to: department,
      says: () => ({ zh: '本件已移交另一位承办人。', en: 'The issue was handed over to another handler.' }),
    },
  ],
} satisfies Lines<
  | 'AssistanceGiven'
  | 'ClosureSuggested'
  | 'CommonJoined'
  | 'CommonLeft'
  | 'ChildAdopted'
  | 'ChildReleased'
  | 'CommonOutcomeRecorded'
  | 'HandedOver'
>
