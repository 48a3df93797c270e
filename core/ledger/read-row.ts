import { limitWords, unlawfulLimitsIn } from '../hiring/fair-wording.ts'
import { categoryWords } from '../words.ts'
import { quoted, textOf } from './cell.ts'
import { readCategory, readClosed, readKind, readUrgency } from './ledger-words.ts'
import { readFirm } from './read-firm.ts'
import type { LedgerDraft } from './reading.ts'
import type { RowReader } from './row-reader.ts'

const LONGEST_CONTENT = 2000
const fiveCategories = Object.values(categoryWords)
  .map((word) => word.zh)
  .join('、')

const categoryOf = (row: RowReader): LedgerDraft['category'] | undefined => {
  const written = textOf(row.cell('category'))
  const category = readCategory(written)
  if (category) return category
  if (written === '')
    row.say('error', 'categoryMissing', 'category', `没有填写诉求类别，请填${fiveCategories}之一。`)
  else
    row.say(
      'error',
      'categoryUnknown',
      'category',
      `不能确定${quoted(written)}属于哪一类，请填${fiveCategories}之一。`,
    )
  return undefined
}

const contentOf = (row: RowReader): string | undefined => {
  const written = textOf(row.cell('content'))
  if (written === '')
    row.say('error', 'contentMissing', 'content', '没有填写诉求内容，请写明企业反映的问题。')
  else if (written.length > LONGEST_CONTENT)
    row.say(
      'error',
      'contentTooLong',
      'content',
      `诉求内容有${written.length}个字，最多${LONGEST_CONTENT}个字，请精简或分成几条。`,
    )
  else return written
  return undefined
}

/** Words that name only the kind; they are no title of an occasion. */
const BARE_KIND = /^(?:企业|日常|上门|实地|入企)?(?:走访|恳谈会?|座谈会?|热线|自报|电话|活动|会议|调研)$/

const heardOf = (row: RowReader): LedgerDraft['heard'] => {
  const occasion = row.text('occasion', 100)?.replace(/\s*\n\s*/g, ' ')
  const on = row.date('on')
  const team = row.text('team', 60)?.replace(/\s/g, '')
  if (!occasion && !on && !team) return undefined
  const title = occasion && !BARE_KIND.test(occasion) ? occasion : undefined
  return { kind: readKind(occasion ?? ''), ...(title && { title }), ...(on && { on }), ...(team && { team }) }
}

const needOf = (row: RowReader): LedgerDraft['need'] => {
  const need = {
    amountYuan: row.money('amount'),
    termMonths: row.months(),
    creditYuan: row.money('credit'),
    post: row.text('post', 60),
    headcount: row.count(),
  }
  const said = Object.entries(need).filter(([, value]) => value !== undefined)
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

/**
 * A completion date alone says that the issue is closed; where the ledger says open beside it, the word
 * counts and the contradiction is told. What is said in words under 是否办结 is kept as progress.
 */
const progressOf = (row: RowReader): LedgerDraft['progress'] => {
  const department = row.text('department', 60)?.replace(/\s*\n\s*/g, '、')
  const state = row.text('closed', 2000)
  const closedOn = row.date('closedOn')
  const word = readClosed(state ?? '')
  const closed = word === 'unclear' ? false : (word ?? (closedOn ? true : undefined))
  if (word === 'unclear')
    row.say(
      'warning',
      'closedUnclear',
      'closed',
      `不能确定${quoted(state ?? '')}是否办结，按未办结读取；请填“是”或“否”。`,
    )
  if (closed === false && closedOn)
    row.say(
      'warning',
      'closedContradicted',
      'closedOn',
      `填了办结时间${closedOn}，却没有写明办结，按未办结读取；请核对。`,
    )
  const told = row.text('progressText', 2000)
  const text = told ?? (state && state.length > 6 ? state : undefined)
  if (!department && !text && closed === undefined) return undefined
  return {
    ...(department && { department }),
    ...(text && { text }),
    ...(closed !== undefined && { closed }),
    ...(closed && closedOn && { closedOn }),
  }
}

const remarkOf = (row: RowReader): string | undefined => {
  const written = [row.text('remark', 2000), ...row.unclaimed()].filter(Boolean).join('\n')
  if (written.length <= 2000) return written || undefined
  row.say('warning', 'textTooLong', 'remark', '备注连同没有认出的各栏超过2000个字，只读取前2000个字。')
  return written.slice(0, 2000).toWellFormed()
}

/** Limits that the law forbids in what a firm wants of people; the row may be imported once somebody has seen them. */
const sayLimits = (row: RowReader, content: string | undefined, post: string | undefined) => {
  for (const limit of unlawfulLimitsIn(content ?? ''))
    row.say('warning', 'unlawfulLimit', 'content', limitWords(limit).zh)
  for (const limit of unlawfulLimitsIn(post ?? ''))
    row.say('warning', 'unlawfulLimit', 'post', limitWords(limit).zh)
}

/** The draft of one row; undefined where the reader holds an error. Every column is read, so that all is told at once. */
export const readRow = (row: RowReader): LedgerDraft | undefined => {
  const firm = readFirm(row)
  const category = categoryOf(row)
  const content = contentOf(row)
  const urgency = readUrgency(textOf(row.cell('urgency')))
  const heard = heardOf(row)
  const need = needOf(row)
  if (category === 'hiring') sayLimits(row, content, need?.post)
  const remark = remarkOf(row)
  const progress = progressOf(row)
  if (!firm || !category || !content) return undefined
  return {
    firm,
    category,
    content,
    urgency,
    ...(heard && { heard }),
    ...(need && { need }),
    ...(remark && { remark }),
    ...(progress && { progress }),
  }
}
