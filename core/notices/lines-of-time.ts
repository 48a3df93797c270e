import { clockWords, pauseReasonWords } from '../words.ts'
import type { Box } from './boxes.ts'
import {
  all,
  always,
  department,
  dispatcher,
  type Lines,
  manager,
  stillToAssist,
  type Told,
  team,
  timeEn,
  timeZh,
  whoRoutes,
} from './told.ts'

type OfAClock = Told<'OverdueRecorded' | 'DueSoonRecorded'>

/** Whose move it is while this clock runs. */
const whoseClock = (told: OfAClock): readonly Box[] => {
  if (told.event.clock === 'route') return whoRoutes(told)
  if (told.event.clock === 'assist') return stillToAssist(told)
  return told.event.clock === 'rule' ? manager(told) : department(told)
}

/** What is late is also seen one desk further up. */
const whoHearsOfLateness = (told: OfAClock): readonly Box[] => {
  const { clock } = told.event
  if (clock === 'rule') return []
  if (clock === 'assist') return all(department, dispatcher)(told)
  return clock === 'route' || clock === 'supervise' ? all(dispatcher, manager)(told) : dispatcher(told)
}

/** Deadlines, and what is asked and decided about them. */
export const linesOfTime = {
  DueSoonRecorded: [
    {
      kind: 'dueSoon',
      to: whoseClock,
      says: ({ event: { clock, due } }) => ({
        zh: `${clockWords[clock].zh}将于${timeZh(due)}到期。`,
        en: `Due soon: ${clockWords[clock].en}, by ${timeEn(due)}.`,
      }),
    },
  ],
  OverdueRecorded: [
    {
      kind: 'overdue',
      to: (told) => [...whoseClock(told), ...whoHearsOfLateness(told)],
      says: ({ event: { clock, due } }) => ({
        zh: `${clockWords[clock].zh}已逾期（${timeZh(due)}到期）。`,
        en: `Overdue: ${clockWords[clock].en}, was due ${timeEn(due)}.`,
      }),
      aloud: always,
    },
  ],
  SupervisionProposed: [
    {
      kind: 'toSupervise',
      to: manager,
      says: ({ event: { clock } }) => ({
        zh: `${clockWords[clock].zh}逾期，建议督办，请决定。`,
        en: `Supervision is proposed (overdue: ${clockWords[clock].en}); decide on it.`,
      }),
      aloud: always,
    },
  ],
  SupervisionDecided: [
    {
      kind: 'supervised',
      to: all(department, dispatcher),
      says: ({ event: { opened, due } }) =>
        opened && due
          ? {
              zh: `已列入督办，督办期限为${timeZh(due)}。`,
              en: `It is under supervision, due ${timeEn(due)}.`,
            }
          : { zh: '分管领导决定暂不督办。', en: 'The manager leaves it without supervision.' },
      aloud: ({ event }) => event.opened,
    },
  ],
  ExtensionAsked: [
    {
      kind: 'extensionAsked',
      to: dispatcher,
      says: ({ event: { until } }) => ({
        zh: `承办部门申请延期至${timeZh(until)}，请审批。`,
        en: `The department asks for an extension to ${timeEn(until)}; decide on it.`,
      }),
    },
  ],
  ExtensionDecided: [
    {
      kind: 'extensionDecided',
      to: department,
      says: ({ event: { granted, close } }) =>
        granted && close
          ? {
              zh: `延期已批准，办结期限改为${timeZh(close)}。`,
              en: `The extension is granted; it is to be closed by ${timeEn(close)}.`,
            }
          : {
              zh: '延期未批准，办结期限不变。',
              en: 'The extension is not granted; the due time stays as it was.',
            },
    },
    {
      kind: 'extended',
      to: (told) => (told.event.granted ? team(told) : []),
      says: ({ event: { close } }) => ({
        zh: `办结期限延至${close ? timeZh(close) : '新的日期'}，请告知企业。`,
        en: `It is extended to ${close ? timeEn(close) : 'a new date'}; tell the firm.`,
      }),
    },
  ],
  IssuePaused: [
    {
      kind: 'paused',
      to: all(team, dispatcher, department),
      says: ({ event: { reason, resumeAt } }) => ({
        zh: `已暂停计时（${pauseReasonWords[reason].zh}），计划${timeZh(resumeAt)}恢复。`,
        en: `It is paused (${pauseReasonWords[reason].en}), to be resumed ${timeEn(resumeAt)}.`,
      }),
    },
  ],
  IssueResumed: [
    {
      kind: 'resumed',
      to: all(department, team),
      says: ({ event: { dues } }) => ({
        zh: `已恢复计时，须于${timeZh(dues.close)}前办结。`,
        en: `The clocks run again; it is to be closed by ${timeEn(dues.close)}.`,
      }),
    },
  ],
} satisfies Partial<Lines<Told['event']['type']>>
