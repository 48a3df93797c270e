import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { type FirmRow, firmsQuery } from '../../api/queries.ts'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { findKnown, rememberFirms } from './known-firms.ts'
import type { FirmDraft } from './visit-draft.ts'

const NewFirm = lazy(() => import('./new-firm.tsx').then((module) => ({ default: module.NewFirm })))

type Props = {
  firms: FirmDraft[]
  onChange: (firms: FirmDraft[]) => void
  faults: Record<string, string>
  many: boolean
}

/** A code inside pasted text goes before the text. */
const searchFor = (typed: string) => /[0-9A-HJ-NPQRTUWXY]{18}/.exec(typed.toUpperCase())?.[0] ?? typed.trim()

/** A firm by part of its name or by its code, pasted or typed; one that is not found is registered on the way. */
export const FirmPicker = ({ firms, onChange, faults, many }: Props) => {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const q = searchFor(useDeferredValue(typed))
  const found = useQuery(firmsQuery(q))
  const list: FirmRow[] = found.data?.items ?? (q.length >= 2 ? findKnown(q) : [])
  const open = firms.length === 0 || many
  const choose = (firm: FirmDraft) => {
    if (!firm.isNew) rememberFirms([firm])
    onChange([...firms.filter((one) => one.uscc !== firm.uscc), firm])
    setTyped('')
    setAdding(false)
  }
  return (
    <div className="firm-picker">
      {firms.length > 0 && (
        <ul className="chosen-firms" aria-label={say('已选企业', 'Chosen firms')}>
          {firms.map((firm, index) => (
            <li key={firm.uscc}>
              <span>
                <b>{firm.name}</b> {firm.uscc} {firm.isNew && say('（新登记）', '(new)')}
              </span>
              <Button size="small" onClick={() => onChange(firms.toSpliced(index, 1))}>
                {say('换一家', 'Remove')}
              </Button>
              <FirmFaults
                faults={faults}
                index={index}
                firm={firm}
                onConfirm={() => onChange(firms.with(index, { ...firm, confirmUscc: true }))}
              />
            </li>
          ))}
        </ul>
      )}
      {open && !adding && (
        <>
          <Field
            label={say('企业名称或信用代码', 'Firm: name or credit code')}
            required
            hint={say(
              '输入名称中的两个字，或粘贴带代码的文字。',
              'Type two characters of the name, or paste text with the code.',
            )}
            fault={faults.firms}
          >
            {(ids) => (
              <Input
                {...ids}
                type="search"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <ul className="found" aria-label={say('找到的企业', 'Firms found')}>
            {list.map((firm) => (
              <li key={firm.uscc}>
                <button type="button" onClick={() => choose(firm)}>
                  <b>{firm.name}</b>
                  <small>
                    {firm.uscc} {firm.park}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          {q.length >= 2 && (
            <p className="hint" role="status">
              {list.length === 0 && !found.isFetching && say('没有找到。', 'None found.')}{' '}
              <Button type="link" size="small" onClick={() => setAdding(true)}>
                {say('登记新企业', 'Register a new firm')}
              </Button>
            </p>
          )}
        </>
      )}
      {open && adding && (
        <Suspense fallback={<p role="status">{say('正在打开……', 'Opening …')}</p>}>
          <NewFirm typed={q} onAdd={choose} onCancel={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  )
}

const FirmFaults = ({
  faults,
  index,
  firm,
  onConfirm,
}: {
  faults: Record<string, string>
  index: number
  firm: FirmDraft
  onConfirm: () => void
}) => {
  const say = useSay()
  const here = Object.entries(faults).filter(([name]) => name.startsWith(`firms/${index}`))
  return (
    <>
      {here.map(([name, message]) => (
        <p key={name} className="fault" role="alert">
          {message}
        </p>
      ))}
      {firm.isNew && !firm.confirmUscc && (
        <Button size="small" onClick={onConfirm}>
          {say('代码已核对无误', 'The code is checked')}
        </Button>
      )}
    </>
  )
}
