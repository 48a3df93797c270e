import type { FieldFault } from '../refusal.ts'
import { dateAdd } from '../zone-time.ts'
import { type Reference, type ReferenceKind, type ReferenceRecord, type User, validOn } from './records.ts'

type Dated = { id: string; validFrom: string; validTo?: string | undefined }
type Check<K extends ReferenceKind> = (record: ReferenceRecord<K>, reference: Reference) => FieldFault[]

const fault = (pointer: string, message: string): FieldFault[] => [{ pointer, message }]

/** Whether a record of this id holds on that day or some day later. */
const standsFrom = (records: readonly Dated[], id: string, day: string) =>
  records.some((one) => one.id === id && (one.validTo === undefined || one.validTo >= day))

/** Fields that name records of another kind. */
const namesOthers: Partial<Record<ReferenceKind, Readonly<Record<string, 'department' | 'team' | 'bank'>>>> =
  {
    user: { department: 'department', team: 'team', bank: 'bank', liaisonOf: 'department' },
    routingRule: { department: 'department' },
    loanProduct: { banks: 'bank' },
  }
const missing = { department: '没有这个部门', team: '没有这个工作队', bank: '没有这家银行' }

const unknownNames = (kind: ReferenceKind, record: Dated, reference: Reference): FieldFault[] =>
  Object.entries(namesOthers[kind] ?? {}).flatMap(([field, named]) => {
    const value: unknown = Reflect.get(record, field)
    const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
    return list.flatMap((id, index) => {
      if (standsFrom(reference[named], String(id), record.validFrom)) return []
      return fault(
        Array.isArray(value) ? `/${field}/${index}` : `/${field}`,
        `${missing[named]}，或者它已停用`,
      )
    })
  })

/** There is one of these in an office; a second id would leave open which of the two counts. */
const onlyOne =
  <K extends 'zone' | 'officeHours' | 'retention' | 'figureWeights'>(kind: K): Check<K> =>
  (record, reference) => {
    const other = reference[kind].find((one) => one.id !== record.id)
    return other ? fault('/id', `本单位只有一条，编号为 ${other.id}；请沿用这个编号`) : []
  }

/** Which unit a role needs, to have any work at all. */
const unitOfRole: Partial<Record<User['role'], 'department' | 'team' | 'bank'>> = {
  handler: 'department',
  official: 'team',
  banker: 'bank',
}
const unitMissing = {
  department: '承办人须属于一个部门',
  team: '队员须属于一个工作队',
  bank: '银行人员须属于一家银行',
}

const wrongInUser: Check<'user'> = (record) => {
  const unit = unitOfRole[record.role]
  return unit && record[unit] === undefined ? fault(`/${unit}`, unitMissing[unit]) : []
}

/** Each urgency has one service level at any time, or there would be no clocks, or two for one. */
const wrongInServiceLevel: Check<'serviceLevel'> = (record, reference) => {
  if (record.validTo !== undefined) return fault('/validTo', '服务时限不能停用；请另登记一条更晚生效的记录')
  const { id, urgency } = record
  const taken = reference.serviceLevel.some((one) => one.id === id && one.urgency !== urgency)
  if (taken) return fault('/urgency', '这个编号已用于另一种紧急程度')
  const other = reference.serviceLevel.find((one) => one.id !== id && one.urgency === urgency)
  return other ? fault('/id', `这种紧急程度的编号为 ${other.id}；请沿用这个编号`) : []
}

const wrongInCalendarYear: Check<'calendarYear'> = ({ id, calendar }) =>
  id === String(calendar.year) ? [] : fault('/id', `编号须为年份 ${calendar.year}`)

/** Nothing is erased before it is in the archive, and there is always a rule. */
const wrongInRetention: Check<'retention'> = (record, reference) => {
  if (record.validTo !== undefined) return fault('/validTo', '保存期限不能停用；请另登记一条更晚生效的记录')
  if (record.eraseMonths < record.archiveMonths) return fault('/eraseMonths', '删除期限不能短于归档期限')
  return onlyOne('retention')(record, reference)
}

const checks: { readonly [K in ReferenceKind]?: Check<K> } = {
  zone: onlyOne('zone'),
  officeHours: onlyOne('officeHours'),
  user: wrongInUser,
  serviceLevel: wrongInServiceLevel,
  calendarYear: wrongInCalendarYear,
  retention: wrongInRetention,
  figureWeights: onlyOne('figureWeights'),
}

/** What is wrong with a new record beyond its shape, beside those that are there: each fault names its field. */
export const faultsOfRecord = <K extends ReferenceKind>(
  kind: K,
  record: ReferenceRecord<K>,
  reference: Reference,
): FieldFault[] => {
  const { validFrom, validTo } = record
  return [
    ...(validTo !== undefined && validTo < validFrom ? fault('/validTo', '停用日期不能早于生效日期') : []),
    ...unknownNames(kind, record, reference),
    ...((checks[kind] as Check<K> | undefined)?.(record, reference) ?? []),
  ]
}

const adminsOn = (users: readonly User[], day: string) =>
  validOn(users, day).filter((one) => one.role === 'admin').length

/** Whether this record would leave the office without an administrator: then nobody could put it right again. */
export const removesLastAdmin = (record: User, reference: Reference, today: string): boolean => {
  const days = [today, record.validFrom, ...(record.validTo ? [dateAdd(record.validTo, 1)] : [])]
  const after = [...reference.user, record]
  return days.some((day) => day >= today && adminsOn(reference.user, day) > 0 && adminsOn(after, day) === 0)
}
