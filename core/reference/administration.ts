import type { Role } from '../words.ts'
import type { ReferenceKind, ReferenceRecord } from './records.ts'

/**
 * Who may add records of a kind. The directory gives people their rights, so it is the administrator's alone; rules of
 * the work are the dispatcher's too. A kind that is not named here, as one yet to come, is for both.
 */
const addedBy: Partial<Record<ReferenceKind, readonly Role[]>> = {
  zone: ['admin'],
  department: ['admin'],
  team: ['admin'],
  bank: ['admin'],
  user: ['admin'],
  officeHours: ['admin'],
}
const usually: readonly Role[] = ['dispatcher', 'admin']

/** The roles that may add records of some kind. */
export const administrators = ['dispatcher', 'admin'] as const satisfies readonly Role[]

export const mayAdd = (role: Role, kind: ReferenceKind): boolean => (addedBy[kind] ?? usually).includes(role)

/** The user's record without what only administrators need to see. */
const withoutAddress = ({ email: _, ...rest }: ReferenceRecord<'user'>) => rest

/** A record as someone of this role sees it. */
export const recordFor = <K extends ReferenceKind>(
  role: Role,
  kind: K,
  record: ReferenceRecord<K>,
): object =>
  kind === 'user' && role !== 'admin' ? withoutAddress(record as ReferenceRecord<'user'>) : record

/** What the kinds are called; a kind without words is shown by its name. */
export const referenceKindWords: Partial<Record<string, { zh: string; en: string }>> = {
  zone: { zh: '园区', en: 'zone' },
  department: { zh: '部门', en: 'departments' },
  team: { zh: '工作队', en: 'teams' },
  bank: { zh: '银行', en: 'banks' },
  user: { zh: '人员', en: 'people' },
  routingRule: { zh: '交办规则', en: 'routing rules' },
  serviceLevel: { zh: '服务时限', en: 'service levels' },
  calendarYear: { zh: '放假安排', en: 'years of the calendar' },
  officeHours: { zh: '作息时间', en: 'office hours' },
  loanProduct: { zh: '贷款产品', en: 'loan products' },
  lpr: { zh: '贷款市场报价利率（LPR）', en: 'loan prime rates (LPR)' },
  sizeStandard: { zh: '企业划型标准', en: 'size standards of firms' },
  figureWeights: { zh: '指标权重', en: 'weights in figures' },
  retention: { zh: '保存期限', en: 'how long things are kept' },
  policy: { zh: '政策', en: 'policies' },
  taxRefundRules: { zh: '退税规则', en: 'rules of tax refunds' },
}
