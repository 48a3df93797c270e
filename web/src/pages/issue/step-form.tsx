import { Button } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Issue } from '../../../../core/issue/issue.ts'
import type { Refusal } from '../../../../core/refusal.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { CommandField } from './command-field.tsx'
import type { CommandField as Described } from './command-fields.ts'
import type { Read, Typed } from './command-input.ts'
import { focusField } from './focus-field.ts'

const isConflict = (failure: Failure | undefined) =>
  failure?.kind === 'refused' && (failure.status === 412 || failure.problem.code === 'changedMeanwhile')

type Props<View> = {
  title: string
  /** Where what is typed is kept; `of` where several forms share that name. */
  keptAs: string
  of?: string
  begin: Typed
  fields: readonly Described[]
  /** The field to begin with. */
  first?: string | undefined
  /** What the fields choose from, where they do. */
  issue?: Issue
  read: (typed: Typed) => Read
  path: string
  view: View
  /** Reads anew what the step has changed. */
  refresh: () => Promise<unknown>
  /** What has happened since the person had this before them. */
  changes: (seen: View) => ReactNode
  stillMay?: true | Refusal
  onSending?: (sending: boolean) => void
  onDone: () => void
  onCancel: () => void
}

/** The form of one step; what happened meanwhile is shown before the step is applied again. */
export const StepForm = <View extends { version: number }>({
  title,
  keptAs,
  of,
  begin,
  fields,
  first,
  issue,
  read,
  path,
  view,
  refresh,
  changes,
  stillMay = true,
  onSending,
  onDone,
  onCancel,
}: Props<View>) => {
  const say = useSay()
  const { typed, key, change, renew, wipe } = useKeptForm(keptAs, begin, of)
  /** What the person had before them when the form was opened. */
  const [seen, setSeen] = useState(view)
  const [sending, setSending] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const conflict = isConflict(failure)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusField(form.current, first), [first])

  const busy = (is: boolean) => {
    setSending(is)
    onSending?.(is)
  }
  const send = async (version: number, withKey: string) => {
    const input = read(typed)
    if ('faults' in input) return setFaults(input.faults)
    setFaults({})
    busy(true)
    const outcome = await attempt({ method: 'POST', path, body: input.input, key: withKey, version })
    // The next step starts from what this one made, else it would be in conflict with oneself.
    if (outcome.ok || isConflict(outcome.failure)) await refresh()
    busy(false)
    if (outcome.ok) {
      wipe()
      return onDone()
    }
    setFailure(outcome.failure)
    setFaults(faultsOf(outcome.failure))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(seen.version, key)
  }
  const applyAgain = () => {
    const fresh = renew()
    setSeen(view)
    setFailure(undefined)
    void send(view.version, fresh)
  }
  const cancel = () => {
    wipe()
    onCancel()
  }

  return (
    <form ref={form} className="card" onSubmit={submit} aria-label={title} noValidate>
      <h3>{title}</h3>
      {fields.map((field) => (
        <div key={field.name} data-field={field.name}>
          <CommandField
            field={field}
            posts={issue?.hiring?.posts}
            files={issue?.files}
            value={typed[field.name] ?? ''}
            fault={faults[field.name]}
            onChange={(value) => change({ ...typed, [field.name]: value })}
          />
        </div>
      ))}
      <FailureBox failure={failure} onRetry={() => void send(seen.version, key)} />
      {conflict && (
        <div className="conflict">
          {changes(seen)}
          {stillMay === true ? (
            <Button type="primary" onClick={applyAgain} loading={sending}>
              {say('看过了，仍按所填办理', 'Seen; apply mine again')}
            </Button>
          ) : (
            <p className="fault">{say(stillMay.detail ?? stillMay.zh, stillMay.en)}</p>
          )}
        </div>
      )}
      <div className="buttons">
        {!conflict && (
          <Button type="primary" htmlType="submit" loading={sending}>
            {say('确定', 'Submit')}
          </Button>
        )}
        <Button onClick={cancel}>{say('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}
