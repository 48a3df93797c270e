import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type KeyboardEvent, useDeferredValue } from 'react'
import { categoryWords } from '../../../../core/words.ts'
import { firmsQuery } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { findKnown, rememberFirms } from '../log/known-firms.ts'
import { categories, categoryAt, type ForumRow } from './forum-draft.ts'

type Props = {
  row: ForumRow
  number: number
  onChange: (row: ForumRow) => void
  /** Enter at the end of a line: the next one. */
  onNext: () => void
}

const focusIn = (target: EventTarget & HTMLElement, name: string) =>
  target.closest('li')?.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus()

/** A line of the meeting: letters of the firm, Enter; a digit for the category; what was said, Enter. */
export const ForumLine = ({ row, number, onChange, onNext }: Props) => {
  const say = useSay()
  const q = useDeferredValue(row.firm ? '' : row.typed.trim())
  const found = useQuery(firmsQuery(q))
  // Without network, firms that this device has seen before.
  const list = q.length >= 2 ? (found.data?.items ?? findKnown(q)) : []
  const take = (firm: { uscc: string; name: string }) => {
    rememberFirms([firm])
    onChange({ ...row, firm: { uscc: firm.uscc, name: firm.name }, typed: firm.name, note: undefined })
  }
  const inFirm = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const [first] = list
    if (!row.firm && first) take(first)
    if (row.firm || first) focusIn(event.currentTarget, 'category')
  }
  const inCategory = (event: KeyboardEvent<HTMLSelectElement>) => {
    const category = categoryAt(event.key)
    if (category) onChange({ ...row, category })
    else if (event.key !== 'Enter') return
    event.preventDefault()
    focusIn(event.currentTarget, 'content')
  }
  const inContent = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onNext()
  }
  return (
    <li className="card" aria-label={say(`第 ${number} 件`, `Issue ${number}`)}>
      <Input
        aria-label={say(`企业 ${number}`, `Firm ${number}`)}
        placeholder={say('企业，两个字即可', 'firm, two characters will do')}
        autoComplete="off"
        data-cell="firm"
        value={row.typed}
        onChange={(event) => onChange({ ...row, typed: event.target.value, firm: undefined })}
        onKeyDown={inFirm}
      />
      {list.length > 0 && (
        <ul className="found" aria-label={say(`找到的企业 ${number}`, `Firms found ${number}`)}>
          {list.slice(0, 5).map((firm) => (
            <li key={firm.uscc}>
              <button type="button" onClick={() => take(firm)}>
                {firm.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <select
        className="select"
        aria-label={say(`类别 ${number}`, `Category ${number}`)}
        data-cell="category"
        value={row.category ?? ''}
        onChange={(event) =>
          onChange({ ...row, category: categories.find((one) => one === event.target.value) })
        }
        onKeyDown={inCategory}
      >
        <option value="">{say('类别（按 1–5）', 'category (1–5)')}</option>
        {categories.map((category, index) => (
          <option key={category} value={category}>
            {index + 1} {say(categoryWords[category])}
          </option>
        ))}
      </select>
      <Input
        aria-label={say(`内容 ${number}`, `Content ${number}`)}
        placeholder={say('企业说了什么，回车到下一件', 'what was said; Enter for the next')}
        data-cell="content"
        maxLength={2000}
        value={row.content}
        onChange={(event) => onChange({ ...row, content: event.target.value })}
        onKeyDown={inContent}
      />
      {row.note && <p className="fault">{row.note}</p>}
    </li>
  )
}
