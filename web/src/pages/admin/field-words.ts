import { categoryWords, complexityWords, roleWords, urgencyWords } from '../../../../core/words.ts'
import type { Word } from '../../words/language-of.ts'

/** What the fields of records are called; one without words is shown by its name. */
const fieldWords: Record<string, Word> = {
  id: { zh: '编号', en: 'Id' },
  validFrom: { zh: '生效日期', en: 'Valid from' },
  validTo: { zh: '停用日期', en: 'Valid to' },
  source: { zh: '来源', en: 'Source' },
  name: { zh: '名称', en: 'Name' },
  code: { zh: '代码', en: 'Code' },
  parks: { zh: '园区', en: 'Parks' },
  dispatches: { zh: '调度单位', en: 'Dispatches' },
  outside: { zh: '系统外单位', en: 'Outside the system' },
  role: { zh: '岗位', en: 'Role' },
  machine: { zh: '系统账号', en: 'A machine' },
  team: { zh: '工作队', en: 'Team' },
  department: { zh: '部门', en: 'Department' },
  bank: { zh: '银行', en: 'Bank' },
  banks: { zh: '银行', en: 'Banks' },
  email: { zh: '邮箱', en: 'E-mail' },
  liaisonOf: { zh: '联络的部门', en: 'Liaison of' },
  category: { zh: '类别', en: 'Category' },
  keywords: { zh: '关键词', en: 'Keywords' },
  tags: { zh: '标签', en: 'Tags' },
  suggestsOnly: { zh: '只作建议', en: 'Suggests only' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  route: { zh: '交办', en: 'Routing' },
  accept: { zh: '签收', en: 'Acceptance' },
  contact: { zh: '首次联系', en: 'First contact' },
  reply: { zh: '阶段答复', en: 'Interim reply' },
  assist: { zh: '协办', en: 'Assistance' },
  close: { zh: '办结', en: 'Closing' },
  complexityOf: { zh: '各类别的复杂程度', en: 'Complexity of each category' },
  confirmDays: { zh: '企业确认（工作日）', en: 'Confirmation (working days)' },
  reopenDays: { zh: '重新办理期（工作日）', en: 'Reopening window (working days)' },
  returnDays: { zh: '退单期限（工作日）', en: 'Time for returns (working days)' },
  taxFollowUp: { zh: '退税跟踪', en: 'Tax follow-up' },
  bankDecision: { zh: '银行决定', en: "The bank's decision" },
  archiveMonths: { zh: '结束后转入档案（月）', en: 'Into the archive after (months)' },
  eraseMonths: { zh: '结束后删除个人信息（月）', en: 'Personal data erased after (months)' },
  consentMonths: { zh: '授权最后使用后保留（月）', en: 'Consents kept after their last use (months)' },
  exportDays: { zh: '导出文件保留（天）', en: 'Files of exports kept (days)' },
  days: { zh: '工作日', en: 'Working days' },
  minutes: { zh: '工作分钟', en: 'Working minutes' },
  months: { zh: '月', en: 'Months' },
  calendar: { zh: '放假安排', en: 'Calendar' },
  year: { zh: '年份', en: 'Year' },
  status: { zh: '状态', en: 'Status' },
  off: { zh: '放假日期', en: 'Days off' },
  work: { zh: '调休上班日期', en: 'Days worked instead' },
  hours: { zh: '办公时间', en: 'Office hours' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  title: { zh: '标题', en: 'Title' },
  issuer: { zh: '发文单位', en: 'Issued by' },
  link: { zh: '网址', en: 'Link' },
  summary: { zh: '摘要', en: 'Summary' },
  for: { zh: '适用', en: 'For' },
  sizes: { zh: '规模', en: 'Sizes' },
  industries: { zh: '行业代码', en: 'Industries' },
  deadline: { zh: '申报截止', en: 'Deadline' },
  howToApply: { zh: '怎么申报', en: 'How to apply' },
  sample: { zh: '示例', en: 'A sample' },
  fairlySatisfiedBp: {
    zh: '基本满意按满意的多少计（基点，10000为全计）',
    en: 'Fairly satisfied, of one satisfied (basis points)',
  },
  oneYearBp: { zh: '一年期（基点）', en: 'One year (basis points)' },
  fiveYearBp: { zh: '五年期以上（基点）', en: 'Five years and more (basis points)' },
  rules: { zh: '条件', en: 'Rules' },
  rule: { zh: '规则', en: 'Rule' },
  in: { zh: '限于', en: 'Among' },
  except: { zh: '除外', en: 'Except' },
  anyOf: { zh: '任一', en: 'Any of' },
  is: { zh: '须为', en: 'Must be' },
  upTo: { zh: '上限', en: 'Up to' },
  text: { zh: '原文', en: 'Text' },
  rateCap: { zh: '利率上限', en: 'Cap of the rate' },
  overLprBp: { zh: 'LPR 加（基点）', en: 'Over LPR (basis points)' },
  lpr: { zh: '期限品种', en: 'Which LPR' },
  lossSharing: { zh: '风险分担', en: 'Sharing of losses' },
}

/** What the values of a field are called, where they are from a closed list. */
const valueWords: Record<string, Readonly<Record<string, Word>>> = {
  role: roleWords,
  category: categoryWords,
  urgency: urgencyWords,
  close: complexityWords,
  complexityOf: complexityWords,
  status: {
    published: { zh: '已公布', en: 'published' },
    provisional: { zh: '暂定', en: 'provisional' },
  },
}
const anyValue: Readonly<Record<string, Word>> = { ...complexityWords, ...categoryWords, ...urgencyWords }

export const wordOfField = (name: string): Word =>
  fieldWords[name] ?? anyValue[name] ?? { zh: name, en: name }

export const wordOfValue = (field: string, value: string): Word =>
  valueWords[field]?.[value] ?? anyValue[value] ?? { zh: value, en: value }

/** Fields that name a unit of the directory. */
export const unitsOf = (name: string): 'departments' | 'teams' | 'banks' | undefined => {
  if (name === 'department' || name === 'liaisonOf') return 'departments'
  if (name === 'team') return 'teams'
  return name === 'bank' || name === 'banks' ? 'banks' : undefined
}
