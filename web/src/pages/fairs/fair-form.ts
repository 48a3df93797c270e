import { RecordFair } from '../../../../core/api/fairs.ts'
import { chosenIssues } from './chosen-issues.ts'

export type FairTyped = Record<string, string>

export const countFields = [
  { name: 'firms', zh: '参加企业（家）', en: 'Firms' },
  { name: 'posts', zh: '岗位（个）', en: 'Posts' },
  { name: 'visitors', zh: '到场（人次）', en: 'Visitors' },
  { name: 'leaflets', zh: '发放资料（份）', en: 'Leaflets' },
  { name: 'intentions', zh: '达成意向（人）', en: 'Intentions' },
] as const

type FormField = {
  name: string
  zh: string
  en: string
  type: 'text' | 'date' | 'count' | 'issues'
  required: boolean
}

export const fairFields: readonly FormField[] = [
  { name: 'title', zh: '名称', en: 'Title', type: 'text', required: true },
  { name: 'on', zh: '日期', en: 'Date', type: 'date', required: true },
  { name: 'place', zh: '地点', en: 'Place', type: 'text', required: true },
  ...countFields.map((field) => ({ ...field, type: 'count' as const, required: false })),
  {
    name: 'issues',
    zh: '参加的用工诉求',
    en: 'Hiring issues that take part',
    type: 'issues',
    required: false,
  },
]

const readOne = (type: FormField['type'], typed: string): unknown => {
  if (type === 'count') return Number(typed)
  return type === 'issues' ? chosenIssues(typed).map(({ id }) => id) : typed
}

/** The request as the API takes it, or what is wrong with it by field. */
export const readFair = (typed: FairTyped): { body: unknown } | { faults: Record<string, string> } => {
  const body: Record<string, unknown> = {}
  const faults: Record<string, string> = {}
  for (const { name, type, required } of fairFields) {
    const text = typed[name]?.trim() ?? ''
    if (text) body[name] = readOne(type, text)
    else if (required) faults[name] = '请填写'
  }
  const read = RecordFair.safeParse(body)
  for (const { path, message } of read.error?.issues ?? []) faults[String(path[0] ?? '')] ??= message
  return Object.keys(faults).length > 0 ? { faults } : { body }
}
