import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CommandAnswer, IssueView } from '../../../../core/api/issues.ts'
import { canOffer } from '../../../../core/issue/readiness.ts'
import { lifecycle } from '../../../../core/lifecycle.ts'
import { attempt, newKey } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import type { EventView, Me } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { CommandField } from './command-field.tsx'
import { type ButtonCommand, commandFields } from './command-fields.ts'
import { readInput, type Typed } from './command-input.ts'
import { focusField } from './focus-field.ts'
import { keepForm, keptForm, wipeForm } from './kept-form.ts'
import { Timeline } from './timeline.tsx'

type Props = {
  command: ButtonCommand
  view: IssueView
  me: Me
  events: EventView[]
  sending: boolean
  setSending: (sending: boolean) => void
  /** The field to begin with. */
  field?: string | undefined
  onClose: () => void
}

const begin = (command: ButtonCommand, { issue }: IssueView): Typed => {
  const suggested = issue.stage === 'logged' ? issue.leftToDispatcher?.suggestion : undefined
  return command === 'routeIssue' && suggested ? { department: suggested } : {}
}

const isConflict = (failure: Failure | undefined) =>
  failure?.kind === 'refused' && (failure.status === 412 || failure.problem.code === 'changedMeanwhile')

export const CommandForm = ({
  command,
  view,
  me,
  events,
  sending,
  setSending,
  field: first,
  onClose,
}: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const { issue } = view
  const kept = keptForm(issue.id, command)
  const [typed, setTyped] = useState<Typed>(kept?.typed ?? begin(command, view))
  const [key, setKey] = useState(kept?.key ?? newKey)
  /** The version that the person had before them when the form was opened. */
  const [seen, setSeen] = useState(view.version)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const conflict = isConflict(failure)
  const stillMay = canOffer(command, issue, me)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusField(form.current, first), [first])

  const change = (name: string, value: string) => {
    const next = { ...typed, [name]: value }
    // Another content is another request.
    const fresh = newKey()
    setTyped(next)
    setKey(fresh)
    keepForm(issue.id, { command, typed: next, key: fresh })
  }
  const close = () => {
    wipeForm(issue.id)
    onClose()
  }
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['issues'] })
    return Promise.all([
      queries.invalidateQueries({ queryKey: ['issue', issue.id] }),
      queries.invalidateQueries({ queryKey: ['events', issue.id] }),
    ])
  }
  const send = async (version: number, withKey: string) => {
    const read = readInput(command, typed)
    if ('faults' in read) {
      setFaults(read.faults)
      return
    }
    setFaults({})
    setSending(true)
    const path = `/issues/${issue.id}/commands/${command}`
    const outcome = await attempt<CommandAnswer>({
      method: 'POST',
      path,
      body: read.input,
      key: withKey,
      version,
    })
    if (outcome.ok) {
      // The next step starts from what this one made, else it would be in conflict with oneself.
      await refresh()
      setSending(false)
      close()
      return
    }
    setSending(false)
    setFailure(outcome.failure)
    setFaults(faultsOf(outcome.failure))
    if (isConflict(outcome.failure)) await refresh()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(seen, key)
  }
  const applyAgain = () => {
    const fresh = newKey()
    setSeen(view.version)
    setKey(fresh)
    setFailure(undefined)
    void send(view.version, fresh)
  }

  return (
    <form ref={form} className="card" onSubmit={submit} aria-label={say(lifecycle[command])} noValidate>
      <h3>{say(lifecycle[command])}</h3>
      {commandFields[command].map((field) => (
        <div key={field.name} data-field={field.name}>
          <CommandField
            field={field}
            posts={issue.hiring?.posts}
            files={issue.files}
            value={typed[field.name] ?? ''}
            fault={faults[field.name]}
            onChange={(value) => change(field.name, value)}
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
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}
