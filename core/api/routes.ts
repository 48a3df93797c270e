import * as z from 'zod'
import { type CommandName, commandInputs } from '../issue/commands.ts'
import { IssueId, Uscc, VisitId } from '../scalars.ts'
import { keysOf, type Role, roleWords } from '../words.ts'
import * as calendar from './calendar.ts'
import * as firms from './firms-and-visits.ts'
import * as handover from './handover.ts'
import * as issues from './issues.ts'
import * as notices from './notices.ts'
import * as others from './others.ts'
import * as taxRefund from './tax-refund.ts'

const staff = ['official', 'dispatcher', 'handler', 'manager'] as const
const readers = [...staff, 'auditor'] as const
const everyone = keysOf(roleWords).filter((role) => role !== 'firm' && role !== 'system')

export type Route = {
  readonly method: 'GET' | 'POST'
  /** As OpenAPI writes it: `/issues/{id}`, below `/api/v1`. */
  readonly path: string
  /** The function that answers it. */
  readonly in:
    | 'firms'
    | 'visits'
    | 'issues'
    | 'commands'
    | 'imports'
    | 'track'
    | 'indicators'
    | 'office'
    | 'calendar'
    | 'inbox'
    | 'advice'
  /** `nobody`: no token is asked for. `link`: the firm's code in a header. Else the roles that may call it at all. */
  readonly who: 'nobody' | 'link' | readonly Role[]
  readonly zh: string
  readonly en: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** A body of bytes rather than JSON. */
  readonly takesFile?: true
  readonly status: 200 | 201 | 202
  readonly answer: z.ZodType
}

const ById = z.object({ id: IssueId })

/** Every route of `/api/v1`. Handlers, the one-machine server, OpenAPI and the tests all read this table. */
export const routes = {
  health: {
    method: 'GET',
    path: '/health',
    in: 'office',
    who: 'nobody',
    zh: '服务状态',
    en: 'whether the service is up',
    status: 200,
    answer: others.Health,
  },
  openapi: {
    method: 'GET',
    path: '/openapi.json',
    in: 'office',
    who: 'nobody',
    zh: '接口说明',
    en: 'this description',
    status: 200,
    answer: z.record(z.string(), z.unknown()),
  },
  me: {
    method: 'GET',
    path: '/me',
    in: 'office',
    who: everyone,
    zh: '当前用户',
    en: 'who is signed in',
    status: 200,
    answer: others.Me,
  },
  directory: {
    method: 'GET',
    path: '/directory',
    in: 'office',
    who: everyone,
    zh: '单位名录',
    en: 'departments, teams, banks and people by name',
    status: 200,
    answer: others.Directory,
  },
  registerFirm: {
    method: 'POST',
    path: '/firms',
    in: 'firms',
    who: ['official', 'dispatcher'],
    zh: '登记企业',
    en: 'register a firm',
    body: firms.RegisterFirm,
    status: 201,
    answer: firms.FirmView,
  },
  findFirms: {
    method: 'GET',
    path: '/firms',
    in: 'firms',
    who: readers,
    zh: '按名称或信用代码查企业',
    en: 'find firms by name or credit code',
    query: firms.FindFirms,
    status: 200,
    answer: firms.FirmList,
  },
  getFirm: {
    method: 'GET',
    path: '/firms/{uscc}',
    in: 'firms',
    who: readers,
    zh: '企业',
    en: 'a firm',
    params: z.object({ uscc: Uscc }),
    status: 200,
    answer: firms.FirmView,
  },
  recordVisit: {
    method: 'POST',
    path: '/visits',
    in: 'visits',
    who: ['official', 'dispatcher'],
    zh: '记录走访或恳谈会，可同时登记诉求',
    en: 'record a visit or forum with its issues',
    body: firms.RecordVisit,
    status: 201,
    answer: firms.VisitAnswer,
  },
  getVisit: {
    method: 'GET',
    path: '/visits/{id}',
    in: 'visits',
    who: readers,
    zh: '走访',
    en: 'a visit',
    params: z.object({ id: VisitId }),
    status: 200,
    answer: firms.VisitView,
  },
  logIssue: {
    method: 'POST',
    path: '/issues',
    in: 'commands',
    who: ['official', 'dispatcher'],
    zh: '登记诉求',
    en: 'log an issue',
    body: issues.LogIssueRequest,
    status: 201,
    answer: issues.CommandAnswer,
  },
  listIssues: {
    method: 'GET',
    path: '/issues',
    in: 'issues',
    who: readers,
    zh: '按队列或企业列出诉求',
    en: 'the issues of a queue or a firm',
    query: issues.ListIssues,
    status: 200,
    answer: issues.IssueList,
  },
  getIssue: {
    method: 'GET',
    path: '/issues/{id}',
    in: 'issues',
    who: readers,
    zh: '诉求',
    en: 'an issue',
    params: ById,
    status: 200,
    answer: issues.IssueView,
  },
  getEvents: {
    method: 'GET',
    path: '/issues/{id}/events',
    in: 'issues',
    who: readers,
    zh: '办理经过',
    en: 'the history of an issue',
    params: ById,
    status: 200,
    answer: issues.EventList,
  },
  giveCommand: {
    method: 'POST',
    path: '/issues/{id}/commands/{command}',
    in: 'commands',
    who: staff,
    zh: '办理一步',
    en: 'give a command',
    params: z.object({ id: IssueId, command: z.string().max(40) }),
    body: z.record(z.string(), z.unknown()),
    status: 200,
    answer: issues.CommandAnswer,
  },
  giveManyCommands: {
    method: 'POST',
    path: '/commands',
    in: 'commands',
    who: staff,
    zh: '批量办理',
    en: 'give many commands',
    body: issues.ManyCommands,
    status: 200,
    answer: issues.ManyAnswers,
  },
  handOverAll: {
    method: 'POST',
    path: '/handovers',
    in: 'commands',
    who: ['handler', 'dispatcher', 'manager'],
    zh: '移交一位承办人的全部在办件',
    en: 'hand over all that one person has in hand',
    body: handover.HandOverAll,
    status: 200,
    answer: handover.HandedOverAll,
  },
  issueLink: {
    method: 'POST',
    path: '/issues/{id}/link',
    in: 'commands',
    who: ['official', 'dispatcher', 'handler'],
    zh: '发放企业链接',
    en: "hand out the firm's link",
    params: ById,
    status: 201,
    answer: issues.LinkAnswer,
  },
  uploadFile: {
    method: 'POST',
    path: '/issues/{id}/files',
    in: 'commands',
    who: ['official', 'dispatcher', 'handler'],
    zh: '上传附件',
    en: 'attach a file',
    params: ById,
    body: issues.UploadFile,
    status: 201,
    answer: issues.CommandAnswer,
  },
  getFile: {
    method: 'GET',
    path: '/issues/{id}/files/{file}',
    in: 'issues',
    who: readers,
    zh: '附件',
    en: 'a file of an issue',
    params: z.object({ id: IssueId, file: z.string().max(40) }),
    status: 200,
    answer: z.unknown(),
  },
  importLedger: {
    method: 'POST',
    path: '/imports',
    in: 'imports',
    who: ['official', 'dispatcher'],
    zh: '导入台账',
    en: 'import a ledger',
    query: others.ImportQuery,
    takesFile: true,
    status: 200,
    answer: others.ImportAnswer,
  },
  track: {
    method: 'GET',
    path: '/track',
    in: 'track',
    who: 'link',
    zh: '企业查看进展',
    en: 'the firm looks at its issue',
    status: 200,
    answer: others.TrackView,
  },
  confirmByLink: {
    method: 'POST',
    path: '/track/confirmation',
    in: 'track',
    who: 'link',
    zh: '企业确认或不认可',
    en: 'the firm confirms or disputes',
    body: others.TrackConfirmation,
    status: 200,
    answer: issues.CommandAnswer,
  },
  indicators: {
    method: 'GET',
    path: '/indicators',
    in: 'indicators',
    who: readers,
    zh: '一个月的指标',
    en: 'the figures of a month',
    query: others.IndicatorQuery,
    status: 200,
    answer: others.IndicatorAnswer,
  },
  getCalendar: {
    method: 'GET',
    path: '/calendar',
    in: 'calendar',
    who: everyone,
    zh: '工作日历',
    en: 'the working calendar in force',
    status: 200,
    answer: calendar.CalendarView,
  },
  setCalendarYear: {
    method: 'POST',
    path: '/calendar/years',
    in: 'calendar',
    who: ['admin', 'dispatcher'],
    zh: '登记一年的放假安排',
    en: "enter a year's notice of holidays",
    body: calendar.SetCalendarYear,
    status: 201,
    answer: calendar.CalendarView,
  },
  recompute: {
    method: 'POST',
    path: '/recomputations',
    in: 'calendar',
    who: ['admin', 'dispatcher'],
    zh: '按现行日历重算在办件期限',
    en: 'compute the due times of open issues again',
    body: calendar.Recompute,
    status: 200,
    answer: calendar.Recomputed,
  },
  listNotices: {
    method: 'GET',
    path: '/notices',
    in: 'inbox',
    who: staff,
    zh: '我和本单位的通知',
    en: "one's own notices and those of the unit",
    query: notices.ListNotices,
    status: 200,
    answer: notices.NoticeList,
  },
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    in: 'inbox',
    who: staff,
    zh: '通知标为已读',
    en: 'mark notices as read',
    body: notices.ReadNotices,
    status: 200,
    answer: notices.NoticesRead,
  },
  estimateTaxRefund: {
    method: 'POST',
    path: '/tax-refund/estimates',
    in: 'advice',
    who: staff,
    zh: '留抵退税预检与估算，不留存',
    en: 'pre-check and estimate a VAT credit refund; nothing is kept',
    body: taxRefund.EstimateTaxRefund,
    status: 200,
    answer: taxRefund.EstimateAnswer,
  },
} as const satisfies Record<string, Route>

export type Operation = keyof typeof routes
export const operations = Object.keys(routes) as Operation[]
export const routeOf = (operation: Operation): Route => routes[operation]

/** The prefix under which all of it stands. */
export const apiBase = '/api/v1'
/** The header that carries the firm's code, so that no address and no log shows it. */
export const trackHeader = 'x-track-code'
/** What a command takes, as the schema of its body. */
export const commandBody = (command: CommandName) => commandInputs[command]
