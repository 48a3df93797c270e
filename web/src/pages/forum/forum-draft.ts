import { type Category, categoryWords, keysOf } from '../../../../core/words.ts'
import type { DraftView } from '../../api/firm-queries.ts'
import { issueFrom } from '../log/from-message.ts'
import type { FirmDraft, VisitDraft } from '../log/visit-draft.ts'

/** One line of a meeting as it is typed. */
export type ForumRow = {
  id: string
  typed: string
  firm?: FirmDraft | undefined
  category?: Category | undefined
  content: string
  need?: DraftView['need']
  contact?: DraftView['contact']
  /** What was left to the person, or what the office said against it. */
  note?: string | undefined
  /** Its number once it is logged. */
  logged?: string
}
export type ForumDraft = {
  title: string
  on: string
  trained: string
  leaflets: string
  rows: ForumRow[]
  /** Under this key it was sent; sent again, it is not logged twice. */
  key: string
}

export const categories = keysOf(categoryWords)
/** 1 to 5, in the order of the categories. */
export const categoryAt = (digit: string): Category | undefined => categories[Number(digit) - 1]

export const newRow = (): ForumRow => ({ id: crypto.randomUUID(), typed: '', content: '' })
export const newForum = (on: string): ForumDraft => ({
  title: '',
  on,
  trained: '',
  leaflets: '',
  rows: [newRow()],
  key: crypto.randomUUID(),
})
export const isBlank = (row: ForumRow) => !row.typed.trim() && !row.content.trim() && !row.firm

export const rowFrom = ({ firm, category, content, need, contact, leftEmpty }: DraftView): ForumRow => ({
  ...newRow(),
  typed: firm?.name ?? '',
  content,
  need,
  contact,
  note: leftEmpty.map((one) => one.zh).join('；'),
  ...(firm && { firm: { uscc: firm.uscc, name: firm.name } }),
  ...(category && { category }),
})

/** The meeting as the log page has it, for correcting what the office refused of it later. */
export const visitOf = (forum: ForumDraft): VisitDraft => {
  const { sent, body } = bodyOf(forum)
  const firms = new Map(sent.flatMap(({ firm }) => (firm ? [[firm.uscc, firm] as const] : [])))
  return {
    kind: 'forum',
    title: forum.title,
    on: forum.on,
    line: '',
    noIssues: false,
    trained: forum.trained,
    leaflets: forum.leaflets,
    firms: body.firms.flatMap((uscc) => firms.get(uscc) ?? []),
    issues: sent.map(({ firm, category, content, need = {}, contact = {} }) =>
      issueFrom({
        content,
        need,
        contact,
        ...(firm && { firm }),
        ...(category && { category }),
      }),
    ),
  }
}

const filled = <T extends object>(value: T | undefined) => value && Object.keys(value).length > 0

/** What is still missing, by row; nothing where the meeting can be sent. */
export const missingIn = ({ rows }: ForumDraft): Map<string, string> =>
  new Map(
    rows
      .filter((row) => !isBlank(row) && !row.logged)
      .flatMap((row) => {
        const lacks = [
          !row.firm && '请选择企业',
          !row.category && '请选择类别（1–5）',
          !row.content.trim() && '请写内容',
        ].filter(Boolean)
        return lacks.length > 0 ? [[row.id, lacks.join('；')] as const] : []
      }),
  )

/** The meeting as the API takes it, and the rows that its issues are, in their order. */
export const bodyOf = ({ title, on, trained, leaflets, rows }: ForumDraft) => {
  const sent = rows.filter((row) => !isBlank(row) && !row.logged)
  return {
    sent,
    body: {
      kind: 'forum',
      on,
      firms: [...new Set(sent.flatMap((row) => row.firm?.uscc ?? []))],
      ...(title.trim() && { title: title.trim() }),
      ...(trained.trim() && { trained: Number(trained) }),
      ...(leaflets.trim() && { leaflets: Number(leaflets) }),
      issues: sent.map(({ firm, category, content, need, contact }) => ({
        firm: { uscc: firm?.uscc, name: firm?.name },
        category,
        content: content.trim(),
        ...(filled(need) && { need }),
        ...(filled(contact) && { contact }),
      })),
    },
  }
}
