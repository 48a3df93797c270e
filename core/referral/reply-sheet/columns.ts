import type { CommandName } from '../../issue/commands.ts'
import { keysOf } from '../../words.ts'
import { bankDeclineWords, creditKindWords } from '../words.ts'

/** The answers that a bank can give on a sheet, by the word that it picks. */
export const sheetAnswerWords = {
  acceptReferral: { zh: '受理', en: 'taken up' },
  askPapers: { zh: '请补材料', en: 'more papers' },
  recordSurvey: { zh: '已尽调', en: 'surveyed' },
  approveReferral: { zh: '授信', en: 'approved' },
  declineReferral: { zh: '未通过', en: 'declined' },
} as const satisfies Partial<Record<CommandName, { zh: string; en: string }>>
export type SheetAnswer = keyof typeof sheetAnswerWords
export const sheetAnswers = keysOf(sheetAnswerWords)

type Column = {
  heading: string
  /** In characters of a spreadsheet. */
  width: number
  /** The words to pick from. */
  list?: readonly string[]
}

const inChinese = (words: Readonly<Record<string, { zh: string }>>) =>
  Object.values(words).map(({ zh }) => zh)

/** What the sheet says, first; then what the bank fills in. */
export const sheetColumns = {
  id: { heading: '推荐编号', width: 22 },
  version: { heading: '版本', width: 6 },
  bank: { heading: '银行', width: 16 },
  outline: { heading: '概要', width: 24 },
  name: { heading: '企业', width: 24 },
  uscc: { heading: '统一社会信用代码', width: 22 },
  park: { heading: '园区', width: 12 },
  asked: { heading: '需要金额（万元）', width: 12 },
  term: { heading: '需要期限（月）', width: 10 },
  purpose: { heading: '用途说明', width: 24 },
  collateral: { heading: '担保方式', width: 16 },
  repayment: { heading: '还款来源', width: 14 },
  firstLoan: { heading: '是否首贷', width: 8 },
  content: { heading: '诉求原文', width: 32 },
  contactName: { heading: '联系人', width: 10 },
  contactPhone: { heading: '联系电话', width: 16 },
  state: { heading: '目前状态', width: 10 },
  due: { heading: '请于此前答复', width: 18 },
  answer: { heading: '答复', width: 12, list: inChinese(sheetAnswerWords) },
  amount: { heading: '授信金额（万元）', width: 12 },
  rate: { heading: '年利率（基点，3.85%填385）', width: 14 },
  months: { heading: '授信期限（月）', width: 10 },
  credit: { heading: '授信方式', width: 10, list: inChinese(creditKindWords) },
  validUntil: { heading: '授信有效至', width: 12 },
  code: { heading: '未通过原因', width: 14, list: inChinese(bankDeclineWords) },
  on: { heading: '尽调日期', width: 12 },
  note: { heading: '说明', width: 32 },
} as const satisfies Record<string, Column>
export type SheetColumn = keyof typeof sheetColumns

export const columnNames = Object.keys(sheetColumns) as SheetColumn[]
export const columnsOfSheet: readonly Column[] = Object.values(sheetColumns)
