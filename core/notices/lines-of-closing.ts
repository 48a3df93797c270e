import { closureTypeWords, confirmationWords } from '../words.ts'
import {
  all,
  always,
  department,
  dispatcher,
  holder,
  type Lines,
  manager,
  managerFromTheSecond,
  type Told,
  team,
  timeEn,
  timeZh,
} from './told.ts'

/** What is answered and closed, and what the firm says to it. */
export const linesOfClosing = {
  ReplyRecorded: [
    {
      kind: 'replied',
      to: team,
      says: (told) => {
        const { nextReply } = told.event
        const next = nextReply
          ? [`，下次答复不晚于${timeZh(nextReply)}`, `; the next reply comes by ${timeEn(nextReply)}`]
          : ['', '']
        return {
          zh: `${holder(told)}已答复企业${next[0]}。`,
          en: `${holder(told)} replied to the firm${next[1]}.`,
        }
      },
    },
  ],
  ClosureProposed: [
    {
      kind: 'toConfirm',
      to: team,
      says: (told) => {
        const { closure, confirmDue } = told.event
        return {
          zh: `${holder(told)}已办结（${closureTypeWords[closure].zh}），请于${timeZh(confirmDue)}前回访企业。`,
          en: `${holder(told)} closed it (${closureTypeWords[closure].en}); ask the firm by ${timeEn(confirmDue)}.`,
        }
      },
    },
  ],
  ClosureConfirmed: [
    {
      kind: 'confirmed',
      to: all(department, team),
      says: ({ event: { result } }) => ({
        zh: `企业已确认：${confirmationWords[result].zh}。`,
        en: `The firm has confirmed: ${confirmationWords[result].en}.`,
      }),
    },
  ],
  ConfirmationLapsed: [
    {
      kind: 'notReached',
      to: all(department, team),
      says: () => ({
        zh: '企业未回应，按“未联系上”办结，不计入已解决。',
        en: 'The firm did not answer; it is closed as not reached and does not count as solved.',
      }),
    },
  ],
  ClosureDisputed: [
    {
      kind: 'disputed',
      to: all(department, managerFromTheSecond),
      says: ({ event: { dues } }) => ({
        zh: `企业不认可办结，须重新办理，请于${timeZh(dues.close)}前办结。`,
        en: `The firm disputes the closure; it is to be done again by ${timeEn(dues.close)}.`,
      }),
      aloud: always,
    },
    {
      kind: 'disputeTaken',
      to: team,
      says: (told) => ({
        zh: `企业不认可办结，已由${holder(told)}重新办理。`,
        en: `The firm disputes the closure; ${holder(told)} does it again.`,
      }),
    },
  ],
  DisputeReferred: [
    {
      kind: 'toRule',
      to: manager,
      says: ({ event: { due } }) => ({
        zh: `企业再次不认可办结，请于${timeZh(due)}前裁定。`,
        en: `The firm disputes the closure again; rule on it by ${timeEn(due)}.`,
      }),
      aloud: always,
    },
    {
      kind: 'disputeReferred',
      to: all(department, team),
      says: () => ({
        zh: '企业再次不认可办结，已报分管领导裁定。',
        en: 'The firm disputes the closure again; the manager rules on it.',
      }),
    },
  ],
  DisputeRuled: [
    {
      kind: 'ruled',
      to: all(department, team, dispatcher),
      says: ({ event: { redo } }) =>
        redo
          ? {
              zh: `分管领导裁定重新办理，须于${timeZh(redo.close)}前办结。`,
              en: `The manager ruled that it is done again, by ${timeEn(redo.close)}.`,
            }
          : {
              zh: '分管领导裁定按已办结处理，须向企业说明理由。',
              en: 'The manager ruled that it stays closed; the firm is to be told why.',
            },
    },
  ],
  IssueReopened: [
    {
      kind: 'reopened',
      to: all(department, managerFromTheSecond, team),
      says: ({ event: { dues } }) => ({
        zh: `已重新办理，须于${timeZh(dues.close)}前办结。`,
        en: `It is reopened, to be closed by ${timeEn(dues.close)}.`,
      }),
      aloud: always,
    },
  ],
} satisfies Partial<Lines<Told['event']['type']>>
