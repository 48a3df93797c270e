import type { FirmCommandName } from '../../../../core/firm/commands.ts'
import type { FirmView } from '../../api/firm-queries.ts'
import { yuanFromWan } from '../../words/money.ts'

export type FirmField = {
  name: string
  zh: string
  en: string
  kind: 'text' | 'date' | 'wan' | 'count' | 'official' | 'certificate' | 'tag'
  required?: boolean
}
export type FirmButton = Exclude<FirmCommandName, 'warnCertificate'>

/** The small form of each command; names are those of its input. */
export const firmFields: Readonly<Record<FirmButton, readonly FirmField[]>> = {
  correctFacts: [
    { name: 'name', zh: '企业名称', en: 'Name', kind: 'text' },
    { name: 'park', zh: '园区', en: 'Park', kind: 'text' },
    { name: 'industry', zh: '行业代码（如 C39）', en: 'Industry code (as C39)', kind: 'text' },
    { name: 'employees', zh: '从业人数', en: 'Staff', kind: 'count' },
    { name: 'employeesYear', zh: '从业人数的年份', en: 'Year of the staff', kind: 'count' },
    { name: 'revenueYuan', zh: '营业收入（万元）', en: 'Revenue (10,000 yuan)', kind: 'wan' },
    { name: 'revenueYear', zh: '营业收入的年份', en: 'Year of the revenue', kind: 'count' },
    { name: 'assetsYuan', zh: '资产总额（万元）', en: 'Assets (10,000 yuan)', kind: 'wan' },
    { name: 'assetsYear', zh: '资产总额的年份', en: 'Year of the assets', kind: 'count' },
    { name: 'registeredOn', zh: '成立日期', en: 'Founded on', kind: 'date' },
    { name: 'taxCreditGrade', zh: '纳税信用等级（A/B/M/C/D）', en: 'Tax grade', kind: 'text' },
  ],
  recordCertificate: [
    { name: 'tag', zh: '资质', en: 'Qualification', kind: 'tag', required: true },
    { name: 'number', zh: '证书编号', en: 'Number', kind: 'text', required: true },
    { name: 'issuedOn', zh: '发证日期', en: 'Issued on', kind: 'date' },
    { name: 'expiresOn', zh: '有效期至', en: 'Valid until', kind: 'date', required: true },
  ],
  removeCertificate: [{ name: 'number', zh: '证书', en: 'Certificate', kind: 'certificate', required: true }],
  setContacts: [
    { name: 'name', zh: '联系人姓名', en: 'Name of the contact', kind: 'text' },
    { name: 'phone', zh: '联系电话', en: 'Phone', kind: 'text' },
    { name: 'duty', zh: '职务', en: 'Duty', kind: 'text' },
  ],
  assignLiaison: [{ name: 'official', zh: '包联干部', en: 'Liaison', kind: 'official', required: true }],
  endLiaison: [],
  askQuiet: [
    { name: 'until', zh: '勿扰至', en: 'Quiet until', kind: 'date', required: true },
    { name: 'text', zh: '原因', en: 'Reason', kind: 'text' },
  ],
  endQuiet: [],
}

type Typed = Readonly<Record<string, string>>

/** What stands in the form at first: corrections begin with what is registered. */
export const startOf = (command: FirmButton, { firm }: FirmView): Record<string, string> => {
  if (command !== 'correctFacts') return {}
  return Object.fromEntries(
    firmFields.correctFacts.flatMap(({ name, kind }) => {
      const value = (firm as Record<string, unknown>)[name]
      if (value === undefined) return []
      return [[name, kind === 'wan' ? String(Number(value) / 10_000) : String(value)]]
    }),
  )
}

const readField = (kind: FirmField['kind'], typed: string): unknown => {
  if (kind === 'wan') return yuanFromWan(typed) ?? typed
  return kind === 'count' && /^\d+$/.test(typed) ? Number(typed) : typed
}

/** The input of a command from what was typed; what was emptied is no longer known. */
export const inputOf = (command: FirmButton, typed: Typed, view: FirmView): Record<string, unknown> => {
  const start = startOf(command, view)
  const said = Object.fromEntries(
    firmFields[command].flatMap(({ name, kind }) => {
      const text = (typed[name] ?? start[name] ?? '').trim()
      if (text) return [[name, readField(kind, text)]]
      return start[name] ? [[name, null]] : []
    }),
  )
  if (command !== 'setContacts') return said
  const others = view.firm.contacts ?? (view.firm.contact ? [view.firm.contact] : [])
  // The one who is named now comes first; who was there stays.
  const rest = others.filter((one) => one.name !== said.name)
  return { contacts: Object.keys(said).length > 0 ? [said, ...rest].slice(0, 10) : rest }
}
