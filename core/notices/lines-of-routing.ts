import { departmentOf } from '../issue/in-hand.ts'
import { declineGroundWords, returnReasonWords } from '../words.ts'
import { issueOver } from './lines-of-referral.ts'
import {
  all,
  always,
  assisting,
  department,
  departmentBefore,
  dispatcher,
  holder,
  ifUrgent,
  type Lines,
  type Told,
  team,
  timeEn,
  timeZh,
  whoRoutes,
} from './told.ts'

const whoseReturnWasUpheld = ({ event, before }: Told<'IssueRouted'>) => {
  const last = event.ruling === 'upheld' ? before?.returns?.at(-1) : undefined
  return last ? [`department:${last.department}` as const] : []
}

const assists = {
  kind: 'assisting',
  to: assisting,
  says: (told: Pick<Told, 'issue' | 'nameOf'>) => {
    const { issue } = told
    const assist = 'assignment' in issue ? issue.assignment?.dues.assist : undefined
    return {
      zh: `由${holder(told)}主办，请贵部门协办${assist ? `，于${timeZh(assist)}前反馈` : ''}。`,
      en: `${holder(told)} handles it; you assist${assist ? `, by ${timeEn(assist)}` : ''}.`,
    }
  },
}

/** Where an issue goes, and where it leaves. */
export const linesOfRouting = {
  RoutingLeftToDispatcher: [
    {
      kind: 'toRoute',
      to: dispatcher,
      says: () => ({
        zh: '规则不能确定承办部门，请交办。',
        en: 'The rules cannot tell where it belongs; route it.',
      }),
      aloud: ifUrgent,
    },
  ],
  IssueRouted: [
    {
      kind: 'assigned',
      to: department,
      says: ({ event: { dues, ruling } }) => {
        const [zh, en] =
          ruling === 'sentBack'
            ? ['经裁定由贵部门承办', 'It was ruled that you handle it']
            : ['已交办贵部门', 'It is given to you']
        return {
          zh: `${zh}，请于${timeZh(dues.accept)}前签收。`,
          en: `${en}; accept it by ${timeEn(dues.accept)}.`,
        }
      },
      aloud: ifUrgent,
    },
    assists,
    {
      kind: 'returnUpheld',
      to: whoseReturnWasUpheld,
      says: (told) => ({
        zh: `退单成立，已改由${holder(told)}承办。`,
        en: `Your return was upheld; ${holder(told)} handles it now.`,
      }),
    },
  ],
  AssignmentReturned: [
    {
      kind: 'returned',
      to: whoRoutes,
      says: ({ event: { reason, routeDue }, before, nameOf }) => {
        const from = nameOf((before && departmentOf(before)) ?? '')
        return {
          zh: `${from}退单（${returnReasonWords[reason].zh}），请于${timeZh(routeDue)}前裁定。`,
          en: `${from} returned it (${returnReasonWords[reason].en}); rule on it by ${timeEn(routeDue)}.`,
        }
      },
      aloud: always,
    },
  ],
  IssueTransferred: [
    {
      kind: 'assigned',
      to: department,
      says: ({ event: { dues } }) => ({
        zh: `已转由贵部门承办，请于${timeZh(dues.accept)}前签收。`,
        en: `It is transferred to you; accept it by ${timeEn(dues.accept)}.`,
      }),
      aloud: ifUrgent,
    },
    assists,
    {
      kind: 'transferredAway',
      to: departmentBefore,
      says: (told) => ({
        zh: `已转由${holder(told)}承办，贵部门不再主办。`,
        en: `It is transferred to ${holder(told)}; you no longer handle it.`,
      }),
    },
  ],
  IssueWithdrawn: [
    {
      kind: 'withdrawn',
      to: (told) => (departmentBefore(told).length > 0 ? departmentBefore(told) : dispatcher(told)),
      says: () => ({
        zh: '企业已撤回，不必再办。',
        en: 'The firm has withdrawn it; nothing is left to do.',
      }),
    },
    issueOver,
  ],
  IssueDeclined: [
    {
      kind: 'declined',
      to: team,
      says: ({ event: { ground } }) => ({
        zh: `不予受理（${declineGroundWords[ground].zh}），请向企业说明。`,
        en: `It is declined (${declineGroundWords[ground].en}); explain it to the firm.`,
      }),
    },
  ],
  IssueMerged: [
    {
      kind: 'merged',
      to: all(departmentBefore, team),
      says: ({ event: { into } }) => ({
        zh: `已并入诉求 ${into}，请看那一件。`,
        en: `It is merged into ${into}; look there.`,
      }),
    },
    issueOver,
  ],
} satisfies Partial<Lines<Told['event']['type']>>
