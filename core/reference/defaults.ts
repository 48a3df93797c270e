import { defaultCalendar } from '../calendar/default-calendar.ts'
import type { CalendarYearRecord, ReferenceRecord, RoutingRule, ServiceLevel } from './records.ts'

/**
 * What an office starts with, each an editable dated record. The lengths follow what comparable offices publish
 * (Zhongshan, Jiangmen, Quanzhou); there is no national standard.
 */
const since = { validFrom: '2020-01-01', source: '默认服务时限（参照中山、江门、泉州公开办法，可修改）' }
const close = { question: { days: 2 }, ordinary: { days: 5 }, complex: { days: 15 } }
const complexityOf = {
  hiring: 'complex',
  financing: 'complex',
  taxRefund: 'complex',
  policy: 'ordinary',
  other: 'ordinary',
} as const
const rest = {
  assist: { days: 3 },
  close,
  complexityOf,
  confirmDays: 5,
  reopenDays: 10,
  returnDays: 1,
  taxFollowUp: { days: 10 },
  bankContact: { days: 1 },
  bankAnswer: { days: 5 },
  taxCleared: { days: 5 },
  bankDecision: { months: 1 },
}

export const defaultServiceLevels: ServiceLevel[] = [
  {
    id: 'ordinary',
    ...since,
    urgency: 'ordinary',
    route: { days: 1 },
    accept: { days: 1 },
    contact: { days: 1 },
    reply: { days: 3 },
    ...rest,
  },
  {
    id: 'urgent',
    ...since,
    urgency: 'urgent',
    route: { minutes: 120 },
    accept: { minutes: 120 },
    contact: { minutes: 120 },
    reply: { days: 3 },
    ...rest,
  },
]

const rule = (
  id: string,
  fields: Pick<RoutingRule, 'category' | 'department'> & Partial<RoutingRule>,
): RoutingRule => ({
  id,
  validFrom: '2020-01-01',
  source: '默认交办规则（按部门职责，可修改）',
  ...fields,
})

export const defaultRoutingRules: RoutingRule[] = [
  rule('hiring', { category: 'hiring', department: 'talent' }),
  rule('financing', { category: 'financing', department: 'finance' }),
  rule('tax-refund', { category: 'taxRefund', department: 'tax' }),
  rule('policy-talent', {
    category: 'policy',
    department: 'talent',
    keywords: ['人才', '安家补贴', '高层次', '购房补贴', '引才'],
  }),
  rule('policy', { category: 'policy', department: 'innovation' }),
  rule('roads-and-drains', {
    category: 'other',
    department: 'parks',
    keywords: ['道路', '路面', '路灯', '排水', '积水', '管网', '下水', '公交', '停车', '绿化'],
  }),
  rule('power-and-water', {
    category: 'other',
    department: 'parks',
    keywords: ['用电', '增容', '供电', '用水', '供水', '燃气', '网络'],
    suggestsOnly: true,
  }),
  rule('property', {
    category: 'other',
    department: 'service-centre',
    keywords: ['不动产', '产权证', '办证'],
    suggestsOnly: true,
  }),
]

export const defaultCalendarYears: CalendarYearRecord[] = defaultCalendar.years.map((calendar) => ({
  id: String(calendar.year),
  validFrom: '2020-01-01',
  source: calendar.source,
  calendar,
}))

export const defaultOfficeHours: ReferenceRecord<'officeHours'>[] = [
  {
    id: 'office',
    validFrom: '2020-01-01',
    source: '示例单位作息时间（可修改）',
    hours: defaultCalendar.hours,
  },
]
