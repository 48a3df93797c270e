import { Button, Input } from 'antd'
import { useState } from 'react'
import { attempt } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { DraftList, DraftView } from '../../api/firm-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'

/** The notes of a meeting, a problem on each line. */
export const PasteNotes = ({ onDrafts }: { onDrafts: (drafts: DraftView[]) => void }) => {
  const say = useSay()
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [left, setLeft] = useState(0)
  const read = async () => {
    const body = { text, each: 'line' }
    const outcome = await attempt<DraftList>({ method: 'POST', path: '/drafts', body })
    if (!outcome.ok) return setFailure(outcome.failure)
    setFailure(undefined)
    setLeft(outcome.value.left)
    setText('')
    onDrafts(outcome.value.items)
  }
  return (
    <details className="more">
      <summary>{say('粘贴会议记录', 'Paste the notes')}</summary>
      <Field label={say('会议记录，一行一件', 'Notes, one problem a line')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 4 }}
            maxLength={8000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button onClick={() => void read()} disabled={text.trim() === ''}>
        {say('逐行识别', 'Read line by line')}
      </Button>
      <FailureBox failure={failure} />
      {left > 0 && (
        <p role="status">{say(`还有 ${left} 行没有读，请再粘贴`, `${left} lines were not read`)}</p>
      )}
    </details>
  )
}
