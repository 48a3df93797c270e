import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { UnmaskedContact } from '../../../../core/api/unmasking.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { Me } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'

type Contact = z.infer<typeof UnmaskedContact>['contact']

const textOf = (contact: Contact) => [contact.name, contact.phone].filter(Boolean).join(' ')
const isMasked = (contact: Contact) => textOf(contact).includes('*')
/** Those whom the API lets ask for it at all. */
const mayAsk = ({ role }: Me) => ['official', 'dispatcher', 'handler', 'manager'].includes(role)

/** Whom to call. Masked for those who do not handle the issue, until they say what they need it for. */
export const ContactOf = ({ issue, me }: { issue: Issue; me: Me }) => {
  const say = useSay()
  const [full, setFull] = useState<Contact>()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [key, setKey] = useState(newKey)
  const [failure, setFailure] = useState<Failure>()
  if (!issue.contact) return null
  const shown = full ?? issue.contact
  if (!isMasked(shown) || !mayAsk(me)) return <span>{textOf(shown)}</span>
  const ask = async () => {
    const path = `/issues/${issue.id}/unmasking`
    const outcome = await attempt<{ contact: Contact }>({ method: 'POST', path, body: { reason }, key })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) setFull(outcome.value.contact)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    void ask()
  }
  if (!open) {
    return (
      <span>
        {textOf(shown)}{' '}
        <Button size="small" onClick={() => setOpen(true)}>
          {say('显示完整联系方式', 'Show in full')}
        </Button>
      </span>
    )
  }
  const label = say('查看理由', 'What you need it for')
  return (
    <form aria-label={say('显示完整联系方式', 'Show in full')} onSubmit={send}>
      {textOf(shown)}
      <Field
        label={label}
        required
        hint={say('谁、何时、为什么查看会记入审计。', 'Who looked, when and why goes on record.')}
      >
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value)
              setKey(newKey())
            }}
          />
        )}
      </Field>
      <Button htmlType="submit" disabled={reason.trim() === ''}>
        {say('查看', 'Show')}
      </Button>
      <FailureBox failure={failure} onRetry={() => void ask()} />
    </form>
  )
}
