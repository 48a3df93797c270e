import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useMemo, useState } from 'react'
import type { ReferenceKind } from '../../../../core/reference/records.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { RecordField } from './record-field.tsx'
import { fieldsOf, schemaOf } from './schema-node.ts'

type Props = {
  kind: ReferenceKind
  /** The record that gets another validity, or nothing for a new one. */
  from: Record<string, unknown>
  onDone: (id: string | undefined) => void
}

/** A form out of the kind's own schema; what is typed stays until the server has taken it. */
export const RecordForm = ({ kind, from, onDone }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const fields = useMemo(() => fieldsOf(schemaOf(kind)), [kind])
  const { typed: value, key, change: setValue, wipe } = useKeptForm(`record:${kind}:${from.id ?? ''}`, from)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const faults = faultsOf(failure)

  const send = async () => {
    setSending(true)
    const outcome = await attempt({ method: 'POST', path: `/reference/${kind}`, body: value, key })
    setSending(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    for (const queryKey of [['reference', kind], ['directory'], ['calendar']])
      void queries.invalidateQueries({ queryKey })
    wipe()
    onDone(String(value.id))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const change = (name: string, next: unknown) => {
    const { [name]: _, ...rest } = value
    setValue({ ...rest, ...(next !== undefined && { [name]: next }) })
  }

  return (
    <form className="card" onSubmit={submit} aria-label={say('登记一条记录', 'Add a record')} noValidate>
      <p className="hint">
        {say(
          '记录自生效日期起适用，登记后不能改动；有变化时另登记一条更晚生效的记录。',
          'A record counts from its day on and is never changed; what changes is another record from a later day.',
        )}
      </p>
      {fields.map((field) => (
        <RecordField
          key={field.name}
          {...field}
          value={value[field.name]}
          faults={faults}
          path={field.name}
          onChange={(next) => change(field.name, next)}
        />
      ))}
      <FailureBox failure={failure} onRetry={() => void send()} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={sending}>
          {say('登记', 'Add')}
        </Button>
        <Button
          onClick={() => {
            wipe()
            onDone(undefined)
          }}
        >
          {say('取消', 'Cancel')}
        </Button>
      </div>
    </form>
  )
}
