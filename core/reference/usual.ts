import { defaultRetention } from '../retention/retention.ts'
import { sizeStandard2011 } from '../size-standard-2011.ts'
import { defaultTaxRefundRules } from './default-tax-refund-rules.ts'
import { defaultCalendarYears, defaultOfficeHours, defaultServiceLevels } from './defaults.ts'
import type { Reference } from './records.ts'

/** What any office starts with: lengths, calendar, hours, retention and tax rules. They name no department. */
export const usualRecords = {
  serviceLevel: defaultServiceLevels,
  calendarYear: defaultCalendarYears,
  officeHours: defaultOfficeHours,
  retention: [defaultRetention],
  taxRefundRules: defaultTaxRefundRules,
  sizeStandard: [sizeStandard2011],
} satisfies Partial<Reference>
