import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { IssueView } from '../../../../core/api/issues.ts'
import { referralCommands } from '../../../../core/issue/commands/referral.ts'
import { referralSteps } from '../../../../core/lifecycle/referral.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import type { EventView } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { CommandField } from './command-field.tsx'
import { readFields, type Typed } from './command-input.ts'
import type { FinanceForm as Described } from './finance-fields.ts'
import { focusField } from './focus-field.ts'
import { Timeline } from './timeline.tsx'

const isConflict = (failure: Failure | undefined) =>
  failure?.kind === 'refused' && (failure.status === 412 || failure.problem.code === 'changedMeanwhile')

type Props = {
  form: Described
  view: IssueView
  events: EventView[]
  begin: Typed
  /** The field to begin with. */
  first: string | undefined
  onClose: () => void
}

/** One step of the finance office; what happened meanwhile is shown before it is applied again. */
export const FinanceForm = ({ form, view, events, begin, first, onClose }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const { command, fields, fixed } = form
  const { id } = view.issue
  const { typed, key, change, renew, wipe } = useKeptForm(`finance:${id}:${command}`, begin)
  const [seen, setSeen] = useState(view.version)
  const [sending, setSending] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const conflict = isConflict(failure)
  const title = say(referralSteps[command])
  const whole = useRef<HTMLFormElement>(null)
  useEffect(() => focusField(whole.current, first), [first])
  const close = () => {
    wipe()
    onClose()
  }

  const send = async (version: number, withKey: string) => {
    const read = readFields(fields, referralCommands[command], typed, fixed)
    if ('faults' in read) return setFaults(read.faults)
    setFaults({})
    setSending(true)
    const path = `/issues/${id}/commands/${command}`
    const outcome = await attempt({ method: 'POST', path, body: read.input, key: withKey, version })
    if (outcome.ok || isConflict(outcome.failure)) {
      await Promise.all(['issue', 'events'].map((of) => queries.invalidateQueries({ queryKey: [of, id] })))
    }
    setSending(false)
    if (outcome.ok) return close()
    setFailure(outcome.failure)
    setFaults(faultsOf(outcome.failure))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(seen, key)
  }
  const applyAgain = () => {
    const fresh = renew()
    setSeen(view.version)
    setFailure(undefined)
    void send(view.version, fresh)
  }
  return (
    <form ref={whole} className="card" onSubmit={submit} aria-label={title} noValidate>
      <h3>{title}</h3>
      {fields.map((field) => (
        <div key={field.name} data-field={field.name}>
          <CommandField
            field={field}
            value={typed[field.name] ?? ''}
            fault={faults[field.name]}
            onChange={(value) => change({ ...typed, [field.name]: value })}
          />
        </div>
      ))}
      <FailureBox failure={failure} onRetry={() => void send(seen, key)} />
      {conflict && (
        <div className="conflict">
          <Timeline
            title={say('在您填写时发生了这些：', 'This happened while you were typing:')}
            events={events.filter((event) => event.seq > seen)}
          />
          <Button type="primary" onClick={applyAgain} loading={sending}>
            {say('看过了，仍按所填办理', 'Seen; apply mine again')}
          </Button>
        </div>
      )}
      <div className="buttons">
        {!conflict && (
          <Button type="primary" htmlType="submit" loading={sending}>
            {say('确定', 'Submit')}
          </Button>
        )}
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}
