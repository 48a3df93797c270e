import * as z from 'zod'
import { CalendarDate, text, UnitId } from '../scalars.ts'

/**
 * How long what is over is kept with names and words in it. The lower bounds are the law's: records of consents and of
 * what was provided to others are kept for at least three years (网络数据安全管理条例 art. 12, 个人信息保护法 art. 56);
 * beyond its purpose and such terms personal data is deleted (个人信息保护法 arts. 19, 47).
 */
export const Retention = z.object({
  id: UnitId,
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: text(300),
  /** Months after its end from which an issue is only kept: nothing is added, and contacts are masked for all. */
  archiveMonths: z.int().min(1, '至少1个月').max(120, '最长120个月'),
  /** Months after its end after which names, phones, texts and files go. */
  eraseMonths: z.int().min(6, '至少6个月').max(600, '最长600个月'),
  /** Months after its last use for which a consent and its signatory are kept. */
  consentMonths: z.int().min(36, '授权和提供记录依法至少保存3年（36个月）').max(600, '最长600个月'),
  /** Days for which the file of an export can be fetched. */
  exportDays: z.int().min(1, '至少1天').max(365, '最长365天'),
})
export type Retention = z.infer<typeof Retention>

/** What an office starts with; also what counts where no record of its own stands. */
export const defaultRetention: Retention = {
  id: 'office',
  validFrom: '2020-01-01',
  source:
    '默认保存期限（个人信息保护法第十九条、第四十七条、第五十六条；网络数据安全管理条例第十二条；可修改）',
  archiveMonths: 12,
  eraseMonths: 60,
  consentMonths: 36,
  exportDays: 30,
}

/** By which an event names the rule that it follows. */
export const ruleName = ({ id, validFrom }: Pick<Retention, 'id' | 'validFrom'>): string =>
  `${id}@${validFrom}`

/** Personal data of an issue, by what becomes of it. */
export const personalKindWords = {
  contact: { zh: '联系人姓名和电话', en: "the contact's name and phone" },
  words: { zh: '诉求内容、答复、备注等文字', en: 'the text of the issue, replies and notes' },
  files: { zh: '附件', en: 'attachments' },
  signatories: { zh: '授权签字人和签字的授权书', en: 'who signed consents, and the signed forms' },
} as const
export type PersonalKind = keyof typeof personalKindWords

/** What stands in place of words that were erased when their time was over, or because the firm asked. */
export const erasedWords = '（已按期限删除）'
export const erasedOnRequestWords = '（已按企业申请删除）'
export const placeholderOf = (onRequest: boolean): string => (onRequest ? erasedOnRequestWords : erasedWords)
