import { checkUscc } from '../uscc.ts'
import { quoted, textOf } from './cell.ts'
import { readPhone, splitContact } from './phone.ts'
import type { LedgerDraft } from './reading.ts'
import type { RowReader } from './row-reader.ts'

/** Excel keeps 15 digits of a number: a code of digits alone that was stored as one has lost its end. */
const lostDigits = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^\s*\d(?:\.\d+)?E\+1[67]\s*$/i.test(cell))

const readUscc = (row: RowReader): string | undefined => {
  const cell = row.cell('uscc')
  const written = textOf(cell).replace(/^['‘’`]/, '')
  if (written === '') {
    row.say('error', 'usccMissing', 'uscc', '没有填写统一社会信用代码，请补上18位代码。')
    return undefined
  }
  if (lostDigits(cell)) {
    const text = '统一社会信用代码被存成了数字，后几位已经丢失；请把这一列设为文本格式后重新填写。'
    row.say('error', 'usccLostDigits', 'uscc', text)
    return undefined
  }
  const check = checkUscc(written)
  if (!check.ok) {
    row.say('error', check.code, 'uscc', check.message)
    return undefined
  }
  if (check.checkDigit === 'wrong') {
    const text = `统一社会信用代码${check.uscc}的校验码应为${check.expected}，请与营业执照核对；确认无误的可以确认后导入。`
    row.say('warning', 'usccCheckDigit', 'uscc', text)
  }
  return check.uscc
}

type Contact = NonNullable<LedgerDraft['firm']['contact']>

const readContact = (row: RowReader): Contact | undefined => {
  const named = splitContact(row.text('contactName', 60) ?? '')
  const written = row.text('phone', 60) ?? named.phone
  const name = named.name.slice(0, 40)
  if (!written) return name ? { name } : undefined
  const { phone, right } = readPhone(written)
  if (!right || phone.length > 30)
    row.say('warning', 'phoneWrong', 'phone', `${quoted(written)}不像手机号或座机号，请核对。`)
  return { ...(name && { name }), ...(phone && { phone: phone.slice(0, 30) }) }
}

/** Undefined where the firm cannot be told; the row reader then holds an error. */
export const readFirm = (row: RowReader): LedgerDraft['firm'] | undefined => {
  const name = row.text('firmName', 100)
  if (!name) row.say('error', 'firmNameMissing', 'firmName', '没有填写企业名称，请补上营业执照上的全称。')
  const uscc = readUscc(row)
  const park = row.text('park', 40)
  const contact = readContact(row)
  if (!name || !uscc) return undefined
  return { uscc, name: name.replace(/\s*\n\s*/g, ''), ...(park && { park }), ...(contact && { contact }) }
}
