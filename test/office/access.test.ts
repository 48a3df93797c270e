import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Operation, operations, routeOf } from '../../core/api/routes.ts'
import { china2027 } from '../../core/calendar/china-2027.ts'
import { type CommandName, commandInputs } from '../../core/issue/commands.ts'
import { lifecycle, stepOf } from '../../core/lifecycle.ts'
import { consentTextNow } from '../../core/referral/consent.ts'
import { localDate } from '../../core/zone-time.ts'
import { rowOf, rowsOf, type Visitor, visitors } from '../support/access.ts'
import { financing, terms } from '../support/financing.ts'
import { valuesOf } from '../support/from-schema.ts'
import { aDeadDelivery, hookOf } from '../support/hooks.ts'
import { openTestOffice } from '../support/office.ts'
import { aFirm, anotherFirm, stories, type Unit } from '../support/stories.ts'

/**
 * Who is let in where: with what is in their own hands, with a colleague's of the same unit, at another unit; people
 * without a unit (manager, auditor, administrator, nobody) stand in columns of their own. `yes/unit`: yes with both of
 * the own unit, at another one "not your unit"; three words would tell the colleague's apart. `role`: this role never;
 * `outside`: only someone outside the handling department; `sign in`: a token is asked for; `link`: the firm's link is;
 * `unsent`: no referral to this bank. `own`: let in, and there is no such export of theirs, no such report.
 */
const routesTable = `
                 | official | dispatcher | handler  | manager | banker  | auditor | admin   | nobody  | firm
health           | yes      | yes        | yes      | yes     | yes     | yes     | yes     | yes     | yes
openapi          | yes      | yes        | yes      | yes     | yes     | yes     | yes     | yes     | yes
me               | yes      | yes        | yes      | yes     | yes     | yes     | yes     | sign in | sign in
signOut          | yes      | yes        | yes      | yes     | yes     | yes     | yes     | sign in | sign in
directory        | yes      | yes        | yes      | yes     | yes     | yes     | yes     | sign in | sign in
getWorkflow      | yes      | yes        | yes      | yes     | yes     | yes     | yes     | sign in | sign in
registerFirm     | yes      | yes        | role     | role    | role    | role    | role    | sign in | sign in
findFirms        | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
getFirm          | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
listRoster       | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
firmTimeline     | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
firmEvents       | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
listPolicies     | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
policyFirms      | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
firmPolicies     | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
draftIssues      | yes      | yes        | role     | role    | role    | role    | role    | sign in | sign in
askFirmData      | role     | yes        | role     | role    | role    | role    | role    | sign in | sign in
askDeletion      | role     | yes        | role     | role    | role    | role    | role    | sign in | sign in
giveFirmCommand  | yes      | yes        | role     | role    | role    | role    | role    | sign in | sign in
recordVisit      | yes      | yes        | role     | role    | role    | role    | role    | sign in | sign in
listVisits       | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
counts           | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
getVisit         | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
logIssue         | yes      | yes        | role     | role    | role    | role    | role    | sign in | sign in
listIssues       | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
getIssue         | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
unmaskContact    | yes/unit | yes        | yes/unit | yes     | role    | role    | role    | sign in | sign in
getEvents        | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
giveCommand      | yes/unit | yes        | yes/unit | yes     | role    | role    | role    | sign in | sign in
giveManyCommands | yes      | yes        | yes      | yes     | role    | role    | role    | sign in | sign in
handOverAll      | role     | yes        | yes/unit | yes     | role    | role    | role    | sign in | sign in
issueLink        | yes/unit | yes        | outside  | role    | role    | role    | role    | sign in | sign in
uploadFile       | yes/unit | yes        | yes/unit | role    | role    | role    | role    | sign in | sign in
getFile          | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
returnLedger     | role     | yes        | yes      | role    | role    | role    | role    | sign in | sign in
importLedger     | yes      | yes        | role     | role    | role    | role    | role    | sign in | sign in
track            | link     | link       | link     | link    | link    | link    | link    | link    | yes
askCode          | link     | link       | link     | link    | link    | link    | link    | link    | yes
confirmByLink    | link     | link       | link     | link    | link    | link    | link    | link    | yes
indicators       | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
askExport        | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
getExport        | own      | own        | own      | own     | role    | own     | role    | sign in | sign in
getExportFile    | own      | own        | own      | own     | role    | own     | role    | sign in | sign in
issuePaper       | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
visitPaper       | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
samplePaper      | role     | yes        | role     | yes     | role    | yes     | role    | sign in | sign in
issueReport      | role     | yes        | role     | yes     | role    | role    | role    | sign in | sign in
listReports      | role     | yes        | role     | yes     | role    | yes     | role    | sign in | sign in
getReport        | role     | own        | role     | own     | role    | own     | role    | sign in | sign in
recountReport    | role     | own        | role     | own     | role    | own     | role    | sign in | sign in
reportPaper      | role     | own        | role     | own     | role    | own     | role    | sign in | sign in
sampleIssues     | role     | yes        | role     | yes     | role    | yes     | role    | sign in | sign in
figureIssues     | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
recordFair       | yes      | yes        | yes      | role    | role    | role    | role    | sign in | sign in
listFairs        | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
getFair          | yes      | yes        | yes      | yes     | role    | yes     | role    | sign in | sign in
changeFair       | yes      | yes        | yes      | role    | role    | role    | role    | sign in | sign in
getCalendar      | yes      | yes        | yes      | yes     | yes     | yes     | yes     | sign in | sign in
setCalendarYear  | role     | yes        | role     | role    | role    | role    | yes     | sign in | sign in
recompute        | role     | yes        | role     | role    | role    | role    | yes     | sign in | sign in
listNotices      | yes      | yes        | yes      | yes     | yes     | role    | role    | sign in | sign in
readNotices      | yes      | yes        | yes      | yes     | yes     | role    | role    | sign in | sign in
estimateTaxRefund| yes      | yes        | yes      | yes     | role    | role    | role    | sign in | sign in
listProducts     | yes      | yes        | yes      | yes     | yes     | yes     | yes     | sign in | sign in
getMatches       | yes/unit | yes        | yes/unit | yes     | role    | yes     | role    | sign in | sign in
readAudit        | role     | role       | role     | role    | role    | yes     | role    | sign in | sign in
listAuditDays    | role     | role       | role     | role    | role    | yes     | role    | sign in | sign in
checkAuditDay    | role     | role       | role     | role    | role    | yes     | role    | sign in | sign in
exportAudit      | role     | role       | role     | role    | role    | yes     | role    | sign in | sign in
listReference    | yes      | yes        | yes      | yes     | role    | yes     | yes     | sign in | sign in
addReference     | role     | yes        | role     | role    | role    | role    | yes     | sign in | sign in
listReferrals    | role     | yes        | yes      | yes     | yes/unit | yes     | role    | sign in | sign in
getReferral      | role     | yes        | yes/unit | yes     | yes/unsent | yes     | role    | sign in | sign in
giveReferralCommand | role  | role       | yes/unit | role    | yes/unsent | role    | role    | sign in | sign in
takeReplySheet   | role     | role       | yes/unit | role    | role    | role    | role    | sign in | sign in
returnReplySheet | role     | role       | yes      | role    | role    | role    | role    | sign in | sign in
issueBankLink    | role     | role       | yes/unit | role    | role    | role    | role    | sign in | sign in
bankLink         | link     | link       | link     | link    | link    | link    | link    | link    | link
answerByBankLink | link     | link       | link     | link    | link    | link    | link    | link    | link
consentByLink    | link     | link       | link     | link    | link    | link    | link    | link    | yes
withdrawConsentByLink | link | link      | link     | link    | link    | link    | link    | link    | yes
chooseByLink     | link     | link       | link     | link    | link    | link    | link    | link    | yes
withdrawReferralByLink | link | link     | link     | link    | link    | link    | link    | link    | yes
getWebhooks      | role     | role       | role     | role    | role    | role    | yes     | sign in | sign in
addWebhook       | role     | role       | role     | role    | role    | role    | yes     | sign in | sign in
rotateWebhookSecret| role   | role       | role     | role    | role    | role    | yes     | sign in | sign in
endWebhook       | role     | role       | role     | role    | role    | role    | yes     | sign in | sign in
listDeliveries   | role     | role       | role     | role    | role    | role    | yes     | sign in | sign in
getDelivery      | role     | role       | role     | role    | role    | role    | yes     | sign in | sign in
redeliver        | role     | role       | role     | role    | role    | role    | yes     | sign in | sign in
`

/** Who may give which command, at a stage that refuses it or at one where it does no harm. */
const commandsTable = `
                   | official | dispatcher | handler  | manager | banker | auditor | admin | nobody  | firm
routeIssue         | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
acceptAssignment   | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
returnAssignment   | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
transferIssue      | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
recordContact      | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
recordReply        | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
proposeClosure     | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
confirmClosure     | yes/unit | yes        | outside  | yes     | role   | role    | role  | sign in | sign in
disputeClosure     | yes/unit | yes        | outside  | yes     | role   | role    | role  | sign in | sign in
reopenIssue        | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
withdrawIssue      | yes/unit | yes        | role     | role    | role   | role    | role  | sign in | sign in
declineIssue       | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
mergeIssue         | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
recordAssistance   | role     | role       | unit     | role    | role   | role    | role  | sign in | sign in
joinCommon         | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
leaveCommon        | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
recordCommonOutcome| role     | yes        | yes/unit | yes     | role   | role    | role  | sign in | sign in
handOver           | role     | yes        | yes/unit | yes     | role   | role    | role  | sign in | sign in
askExtension       | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
decideExtension    | role     | yes        | role     | yes     | role   | role    | role  | sign in | sign in
pauseIssue         | role     | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
resumeIssue        | role     | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
decideSupervision  | role     | role       | role     | yes     | role   | role    | role  | sign in | sign in
recordFailedCall   | yes/unit | yes        | outside  | yes     | role   | role    | role  | sign in | sign in
ruleOnDispute      | role     | role       | role     | yes     | role   | role    | role  | sign in | sign in
recordVerification | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
addNote            | yes/unit | yes        | yes/unit | yes     | role   | role    | role  | sign in | sign in
revokeLink         | yes/unit | yes        | outside  | yes     | role   | role    | role  | sign in | sign in
reviewClosure      | role     | yes        | yes/unit | yes     | role   | role    | role  | sign in | sign in
recordNeed         | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
recordConsultation | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
openRound          | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
giveConsent        | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
withdrawConsent    | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
inviteBanks        | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
revokeBankLink     | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
recordBankContact  | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
acceptReferral     | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
askPapers          | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
recordSurvey       | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
approveReferral    | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
declineReferral    | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
recordDrawdown     | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
chooseOffer        | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
withdrawReferral   | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
lapseReferral      | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
referAgain         | role     | role       | yes/unit | role    | role   | role    | role  | sign in | sign in
addPost            | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
changePost         | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
cancelPost         | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
recordHelp         | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
recordFunnel       | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
correctFunnel      | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
acceptPart         | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
recordStay         | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
recordPrecheck     | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
checkPapers        | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
recordRefundStep   | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
correctRefundStep  | yes/unit | yes        | yes/unit | role    | role   | role    | role  | sign in | sign in
`

let opened: Awaited<ReturnType<typeof openTestOffice>>
let tell: ReturnType<typeof stories>
const issue = { handling: { own: '', same: '', other: '' }, closed: { own: '', same: '', other: '' } }
const file = { own: '', same: '', other: '' }
const hook = { own: '', same: '', other: '' }
let delivery: string
let visit: string
let fair: string
const aFair = { title: '春风行动专场', on: '2026-03-11', place: '白马园区' }
let code: string
let rules = 0
const referral = { own: '', same: '', other: '' }
beforeAll(async () => {
  opened = await openTestOffice()
  tell = stories(opened)
  for (const unit of ['own', 'same', 'other'] as const) {
    issue.handling[unit] = await tell.issueAt('handling', unit)
    issue.closed[unit] = await tell.issueAt('closed', unit)
    const body = { name: '图.png', type: 'image/png', base64: 'iVBORw0KGgo=' }
    await opened.ask('dispatcher', 'POST', `/issues/${issue.handling[unit]}/files`, body)
    const { body: seen } = await opened.ask('dispatcher', 'GET', `/issues/${issue.handling[unit]}`)
    file[unit] = (seen.issue as { files: { id: string }[] }).files[0]?.id ?? ''
  }
  hook.own = (await hookOf(opened.ask, 'hanan', 'https://hooks.example.cn/')).id
  hook.same = (await hookOf(opened.ask, 'hanan', 'https://hooks.example.cn/')).id
  hook.other = (await hookOf(opened.ask, 'hanan', 'https://hooks.example.cn/')).id
  delivery = (await aDeadDelivery(opened.ask, opened.office.container, 'daqian')).id
  const heard = { kind: 'visit', on: '2026-03-11', firms: [aFirm], noIssues: true }
  visit = String((await opened.ask('official-1', 'POST', '/visits', heard)).body.id)
  const held = await opened.ask('official-1', 'POST', '/fairs', aFair)
  fair = (held.body.fair as { id: string }).id
  const banks = financing(opened)
  referral.own = `${(await banks.invited(['tiancheng'], 'parks-1')).id}-R01`
  referral.same = `${(await banks.invited(['tiancheng'], 'parks-2')).id}-R01`
  referral.other = `${(await banks.invited(['hanan'], 'talent-1')).id}-R01`
  const { id, code: linkCode } = await banks.invited(['tiancheng', 'hanan'])
  code = linkCode
  await banks.says('tiancheng-1', `${id}-R01`, 'approveReferral', terms)
})
afterAll(() => opened.close())

/** `leaves`: in a session of its own, for it is over afterwards. */
type Request = { path: string; body?: unknown; leaves?: true }
const note = { text: '备注' }
const filledSheet = '推荐编号,版本,答复\r\n'
const returned = '企业名称,办理情况,下次答复,是否办结,诉求编号,版本\r\n'
const ledger = readFileSync(new URL('../../samples/forum-ledger.csv', import.meta.url), 'utf8')

/** For every route a request that is in order, about something of the visitor's own unit or of another. */
const requests: Record<Operation, (unit: Unit, visitor: Visitor) => Request> = {
  health: () => ({ path: '/health' }),
  openapi: () => ({ path: '/openapi.json' }),
  me: () => ({ path: '/me' }),
  signOut: () => ({ path: '/sign-out', leaves: true }),
  directory: () => ({ path: '/directory' }),
  registerFirm: () => ({ path: '/firms', body: { uscc: aFirm, name: '内江甜城启明电子有限公司' } }),
  findFirms: () => ({ path: '/firms?q=甜城' }),
  getFirm: () => ({ path: `/firms/${aFirm}` }),
  listRoster: () => ({ path: '/roster' }),
  firmTimeline: () => ({ path: `/firms/${aFirm}/timeline` }),
  firmEvents: () => ({ path: `/firms/${aFirm}/events` }),
  listPolicies: () => ({ path: '/policies' }),
  policyFirms: () => ({ path: '/policies/sample-park-rent/firms' }),
  firmPolicies: () => ({ path: `/firms/${aFirm}/policies` }),
  draftIssues: () => ({ path: '/drafts', body: { text: '启明电子想贷款200万' } }),
  askFirmData: () => ({ path: `/firms/${anotherFirm}/data-access`, body: { identified: 'callBack' } }),
  askDeletion: () => ({ path: `/firms/${anotherFirm}/data-deletion`, body: { identified: 'callBack' } }),
  giveFirmCommand: () => ({
    path: `/firms/${aFirm}/commands/askQuiet`,
    body: { until: localDate(new Date().toISOString()) },
  }),
  recordVisit: () => ({ path: '/visits', body: { kind: 'visit', on: '2026-03-11', firms: [aFirm] } }),
  listVisits: () => ({ path: '/visits?month=2026-03' }),
  counts: () => ({ path: '/counts?from=2026-03&to=2026-03' }),
  recordFair: () => ({ path: '/fairs', body: aFair }),
  listFairs: () => ({ path: '/fairs?year=2026' }),
  getFair: () => ({ path: `/fairs/${fair}` }),
  changeFair: () => ({ path: `/fairs/${fair}`, body: { visitors: 300 } }),
  getVisit: () => ({ path: `/visits/${visit}` }),
  logIssue: (unit) => ({ path: '/issues', body: tell.request(unit) }),
  listIssues: (unit, visitor) => {
    const another = visitor === 'official' ? 'team:team-2' : 'department:talent'
    const unitOf = visitor === 'official' ? 'team:team-1' : 'department:parks'
    return { path: `/issues?queue=${{ own: 'unit', same: unitOf, other: another }[unit]}` }
  },
  getIssue: (unit) => ({ path: `/issues/${issue.handling[unit]}` }),
  unmaskContact: (unit) => ({ path: `/issues/${issue.handling[unit]}/unmasking`, body: { reason: '督查' } }),
  getEvents: (unit) => ({ path: `/issues/${issue.handling[unit]}/events` }),
  giveCommand: (unit) => ({ path: `/issues/${issue.handling[unit]}/commands/addNote`, body: note }),
  giveManyCommands: (unit) => ({
    path: '/commands',
    body: { items: [{ id: issue.handling[unit], command: 'addNote', input: note }] },
  }),
  issueLink: (unit) => ({ path: `/issues/${issue.handling[unit]}/link` }),
  uploadFile: (unit) => ({
    path: `/issues/${issue.handling[unit]}/files`,
    body: { name: '图.png', type: 'image/png', base64: 'iVBORw0KGgo=' },
  }),
  getFile: (unit) => ({ path: `/issues/${issue.handling[unit]}/files/${file[unit]}` }),
  importLedger: () => ({ path: '/imports?dryRun=true', body: ledger }),
  returnLedger: () => ({ path: '/ledger-returns?dryRun=true', body: returned }),
  track: () => ({ path: '/track' }),
  askCode: () => ({ path: '/track/codes', body: {} }),
  confirmByLink: () => ({ path: '/track/confirmation', body: { result: 'solved' } }),
  indicators: () => ({ path: '/indicators?month=2026-11' }),
  askExport: () => ({
    path: '/exports',
    body: { kind: 'ledger', format: 'csv', from: '2026-11', to: '2026-11' },
  }),
  getExport: () => ({ path: '/exports/0123456789ABCDEF' }),
  getExportFile: () => ({ path: '/exports/0123456789ABCDEF/file' }),
  issuePaper: (unit) => ({ path: `/issues/${issue.handling[unit]}/papers/case` }),
  visitPaper: () => ({ path: `/visits/${visit}/papers/note` }),
  samplePaper: () => ({ path: '/indicators/sample/paper?month=2026-11&n=1' }),
  issueReport: () => ({ path: '/reports', body: { period: { kind: 'month', month: '2026-01' } } }),
  listReports: () => ({ path: '/reports?year=2026' }),
  getReport: () => ({ path: '/reports/R20260101-ABCDE' }),
  recountReport: () => ({ path: '/reports/R20260101-ABCDE/recount' }),
  reportPaper: () => ({ path: '/reports/R20260101-ABCDE/paper' }),
  sampleIssues: () => ({ path: '/indicators/sample?month=2026-11' }),
  figureIssues: (unit, visitor) => {
    const own = visitor === 'official' ? 'by=team&of=team-1' : 'by=department&of=parks'
    const other = visitor === 'official' ? 'by=team&of=team-2' : 'by=department&of=talent'
    return { path: `/indicators/closed/issues?month=2026-11&${unit === 'other' ? other : own}` }
  },
  handOverAll: (unit) => {
    const department = unit === 'other' ? 'talent' : 'parks'
    const to = unit === 'same' ? 'parks-2' : `${department}-1`
    // Somebody with nothing in hand: what the others have stays where it is.
    return { path: '/handovers', body: { department, from: `${department}-9`, to } }
  },
  getCalendar: () => ({ path: '/calendar' }),
  getWorkflow: () => ({ path: '/workflows/issue-lifecycle' }),
  setCalendarYear: () => ({
    path: '/calendar/years',
    body: { calendar: { ...china2027, year: 2031, off: [], work: [] } },
  }),
  recompute: () => ({ path: '/recomputations', body: {} }),
  listNotices: () => ({ path: '/notices' }),
  readNotices: () => ({ path: '/notices/read', body: { upTo: '2026-03-11T00:00:00Z' } }),
  getWebhooks: () => ({ path: '/banks/tiancheng/webhooks' }),
  addWebhook: () => ({ path: '/banks/tiancheng/webhooks', body: { url: 'https://hooks.example.cn/' } }),
  rotateWebhookSecret: (unit) => ({ path: `/banks/hanan/webhooks/${hook[unit]}/secret`, body: {} }),
  endWebhook: (unit) => ({ path: `/banks/hanan/webhooks/${hook[unit]}/end`, body: {} }),
  listDeliveries: () => ({ path: '/webhook-deliveries' }),
  getDelivery: () => ({ path: `/webhook-deliveries/${delivery}` }),
  redeliver: () => ({ path: `/webhook-deliveries/${delivery}/redelivery`, body: {} }),
  listProducts: () => ({ path: '/products' }),
  getMatches: (unit) => ({ path: `/issues/${issue.handling[unit]}/matches` }),
  readAudit: () => ({ path: '/audit?day=2026-03-11' }),
  listAuditDays: () => ({ path: '/audit/days?month=2026-03' }),
  checkAuditDay: () => ({ path: '/audit/days/2026-03-11' }),
  exportAudit: () => ({ path: '/audit/file?day=2026-03-11' }),
  listReference: () => ({ path: '/reference/user' }),
  addReference: () => ({
    path: '/reference/routingRule',
    body: {
      id: `rule-${++rules}`,
      validFrom: '2031-01-01',
      source: '通知',
      category: 'hiring',
      department: 'talent',
    },
  }),
  listReferrals: (unit, visitor) => {
    const other = visitor === 'banker' ? 'hanan' : 'tuojiang'
    return { path: `/referrals?queue=bank:${unit === 'other' ? other : 'tiancheng'}` }
  },
  getReferral: (unit) => ({ path: `/referrals/${referral[unit]}` }),
  giveReferralCommand: (unit, visitor) => ({
    path: `/referrals/${referral[unit]}/commands/recordBankContact`,
    body: visitor === 'handler' ? { source: 'call' } : {},
  }),
  takeReplySheet: (unit) => ({ path: `/reply-sheets?bank=tiancheng&issue=${referral[unit].slice(0, -4)}` }),
  returnReplySheet: () => ({ path: '/reply-sheets?dryRun=true', body: filledSheet }),
  issueBankLink: (unit) => ({ path: `/referrals/${referral[unit]}/link` }),
  bankLink: () => ({ path: '/bank-link' }),
  answerByBankLink: () => ({ path: '/bank-link/answers', body: { answer: 'acceptReferral' } }),
  consentByLink: () => ({
    path: '/track/consents',
    body: {
      bank: 'hanan',
      kind: 'contact',
      fields: ['contactPhone'],
      signatory: '赵总',
      capacity: 'self',
      textVersion: consentTextNow,
    },
  }),
  withdrawConsentByLink: () => ({ path: '/track/consents/C02/withdrawal', body: {} }),
  chooseByLink: () => ({ path: '/track/choice', body: { referral: 'R01' } }),
  withdrawReferralByLink: () => ({ path: '/track/referrals/R02/withdrawal', body: {} }),
  estimateTaxRefund: () => ({ path: '/tax-refund/estimates', body: { filingMonth: '2026-03' } }),
}

const askAs = async (visitor: Visitor, method: 'GET' | 'POST', { path, body, leaves }: Request) => {
  const user = visitors[visitor]
  const headers = {
    ...(visitor === 'firm' && { 'x-track-code': code }),
    ...(leaves && user && { authorization: `Bearer ${await opened.office.token(user)}` }),
  }
  return opened.ask(user, method, path, body, headers)
}

describe('who may use which address', () => {
  const expected = rowsOf(routesTable)

  it('is said for every route', () => {
    expect(Object.keys(expected).sort()).toEqual([...operations].sort())
  })

  it.each(operations)('%s', async (operation) => {
    const { method } = routeOf(operation)
    const row = await rowOf((visitor, unit) => askAs(visitor, method, requests[operation](unit, visitor)))
    expect(row).toBe(expected[operation])
  })
})

/** These are about a bank that has been asked, and can be given as long as an issue is not over. */
const ofAReferral: Partial<Record<CommandName, object>> = {
  withdrawConsent: { consent: 'C01', via: 'call' },
  revokeBankLink: { referral: 'R01' },
  declineReferral: { referral: 'R01', code: 'debts', source: 'call' },
  recordDrawdown: { referral: 'R01', amountYuan: 1, on: '2026-01-05', source: 'call' },
  withdrawReferral: { referral: 'R01', via: 'call' },
}

describe('who may give which command', () => {
  const expected = rowsOf(commandsTable)
  const names = (Object.keys(lifecycle) as CommandName[]).filter(
    (name) => ['portal', 'page'].includes(stepOf(name).door) && name !== 'logIssue',
  )

  it('is said for every command behind a button', () => {
    expect(Object.keys(expected).sort()).toEqual([...names].sort())
  })

  it.each(names)('%s', async (name) => {
    const [body] = fc.sample(valuesOf(commandInputs[name], { fitting: ['parks'] }), { numRuns: 1, seed: 1 })
    const at = stepOf(name).from.includes('closed') ? 'handling' : 'closed'
    const aboutBank = ofAReferral[name]
    const row = await rowOf((visitor, unit) => {
      const id = aboutBank ? referral[unit].slice(0, -'-R01'.length) : issue[at][unit]
      return askAs(visitor, 'POST', { path: `/issues/${id}/commands/${name}`, body: aboutBank ?? body })
    })
    expect(row).toBe(expected[name])
  })
})
