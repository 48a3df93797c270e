import { Button, Input } from 'antd'
import { useState } from 'react'
import { attempt } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { DraftList, DraftView } from '../../api/firm-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'

/** A chat message, pasted: what it says fills the form, and what is left to the person is said. */
export const PasteMessage = ({ onDraft }: { onDraft: (draft: DraftView) => void }) => {
  const say = useSay()
  const [text, setText] = useState('')
  const [read, setRead] = useState<DraftView>()
  const [failure, setFailure] = useState<Failure>()
  const [reading, setReading] = useState(false)
  const ask = async () => {
    setReading(true)
    const outcome = await attempt<DraftList>({ method: 'POST', path: '/drafts', body: { text } })
    setReading(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    setFailure(undefined)
    const [draft] = outcome.value.items
    if (!draft) return
    setRead(draft)
    onDraft(draft)
  }
  return (
    <details className="more">
      <summary>{say('粘贴聊天消息', 'Paste a chat message')}</summary>
      <Field
        label={say('聊天消息', 'Chat message')}
        hint={say('识别后请逐项核对，未识别的请补填。', 'Check what was read; fill in what was not.')}
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3 }}
            maxLength={8000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button onClick={() => void ask()} loading={reading} disabled={text.trim() === ''}>
        {say('识别并填入', 'Read it into the form')}
      </Button>
      <FailureBox failure={failure} />
      <div role="status">
        {read && (
          <>
            <p>{say('已填入，请核对。', 'Filled in; check it.')}</p>
            <ul>
              {[...read.leftEmpty, ...read.cautions].map((note) => (
                <li key={note.field + note.zh}>{note.zh}</li>
              ))}
              {read.candidates.map((firm) => (
                <li key={firm.uscc}>{firm.name}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  )
}
