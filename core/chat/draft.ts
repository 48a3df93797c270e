import type { Category, Urgency } from '../words.ts'
import { findCategory, findUrgency } from './category.ts'
import { cleanMessage } from './clean.ts'
import { findContact } from './contact.ts'
import { findFirm, type KnownFirm } from './firm.ts'
import { findAmount, findCredit, findPeople, findTerm, type Picked } from './numbers.ts'

export type DraftField =
  | 'firm'
  | 'category'
  | 'amountYuan'
  | 'termMonths'
  | 'creditYuan'
  | 'headcount'
  | 'post'
  | 'contactName'
  | 'contactPhone'
type Note = { readonly field: DraftField; readonly zh: string }

/** An issue as far as a message says it; nothing is logged before a person has looked at it. */
export type Draft = {
  content: string
  firm?: KnownFirm
  /** Where the text does not tell known firms apart. */
  candidates: readonly KnownFirm[]
  category?: Category
  urgency?: Urgency
  need: {
    amountYuan?: number
    termMonths?: number
    creditYuan?: number
    headcount?: number
    post?: string
  }
  contact: { name?: string; phone?: string }
  /** What was read with an assumption. */
  cautions: readonly Note[]
  /** What was honestly left empty, and why. */
  leftEmpty: readonly Note[]
}

const words: Readonly<Record<Category, string>> = {
  hiring: '用工',
  financing: '融资',
  taxRefund: '退税',
  policy: '政策',
  other: '其他',
}

type Notes = { cautions: Note[]; leftEmpty: Note[] }

/** The value, noting what was assumed; nothing where it was not sure, noting why, or `missing` where it is wanted. */
const taken = <T>(notes: Notes, field: DraftField, picked: Picked<T>, missing?: string): T | undefined => {
  if (!picked) {
    if (missing) notes.leftEmpty.push({ field, zh: missing })
    return undefined
  }
  if ('unsure' in picked) {
    notes.leftEmpty.push({ field, zh: picked.unsure })
    return undefined
  }
  if (picked.caution) notes.cautions.push({ field, zh: picked.caution })
  return picked.value
}

const firmOf = (notes: Notes, text: string, known: readonly KnownFirm[]) => {
  const found = findFirm(text, known)
  if (!found.firm) {
    const zh = found.candidates.length > 0 ? '有几家企业都像，请选择' : '没有认出是哪家企业'
    notes.leftEmpty.push({ field: 'firm', zh })
  }
  return found
}

const categoryOf = (notes: Notes, text: string): Category | undefined => {
  const { category, between } = findCategory(text)
  if (category) return category
  const zh = between
    ? `像是${between.map((one) => words[one]).join('，也像是')}，请选择；两件事请分开登记`
    : '看不出是哪一类，请选择'
  notes.leftEmpty.push({ field: 'category', zh })
  return undefined
}

/** Only what its category asks for is picked out: a wage is no loan. */
const needOf = (notes: Notes, text: string, category: Category | undefined): Draft['need'] => {
  if (category === 'financing') {
    const amountYuan = taken(notes, 'amountYuan', findAmount(text), '没有写要多少钱')
    const termMonths = taken(notes, 'termMonths', findTerm(text), '没有写用多久')
    return {
      ...(amountYuan !== undefined && { amountYuan }),
      ...(termMonths !== undefined && { termMonths }),
    }
  }
  if (category === 'taxRefund') {
    const creditYuan = taken(notes, 'creditYuan', findCredit(text), '没有写留抵税额')
    return { ...(creditYuan !== undefined && { creditYuan }) }
  }
  if (category === 'hiring') {
    const people = findPeople(text)
    const headcount = taken(notes, 'headcount', people.headcount, '没有写要几个人')
    if (!people.post) notes.leftEmpty.push({ field: 'post', zh: '没有写什么岗位' })
    return { ...(headcount !== undefined && { headcount }), ...(people.post && { post: people.post }) }
  }
  return {}
}

const longest = 2000

/** What a chat message says of an issue, by rules alone. What is not sure stays empty, and says so. */
export const draftFrom = (message: string, known: readonly KnownFirm[]): Draft => {
  const content = cleanMessage(message)
  const notes: Notes = { cautions: [], leftEmpty: [] }
  const { firm, candidates } = firmOf(notes, content, known)
  const category = categoryOf(notes, content)
  const urgency = findUrgency(content)
  const need = needOf(notes, content, category)
  const found = findContact(content)
  const phone = taken(notes, 'contactPhone', found.phone)
  return {
    content: [...content].slice(0, longest).join(''),
    candidates,
    need,
    contact: { ...(found.name && { name: found.name }), ...(phone && { phone }) },
    ...notes,
    ...(firm && { firm }),
    ...(category && { category }),
    ...(urgency && { urgency }),
  }
}
