import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { referralCommands } from '../../../../core/issue/commands/referral.ts'
import { referralSteps } from '../../../../core/lifecycle/referral.ts'
import { type ReferralView, referralQuery } from '../../api/bank-queries.ts'
import { attempt, newKey } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { CommandField } from '../issue/command-field.tsx'
import { readFields, type Typed } from '../issue/command-input.ts'
import { type BankCommand, bankFields } from './bank-fields.ts'
import { bankMay } from './bank-may.ts'
import { changesOf } from './changes.ts'
import { keepAnswer, wipeAnswer } from './kept-answer.ts'

const isConflict = (failure: Failure | undefined) =>
  failure?.kind === 'refused' && (failure.status === 412 || failure.problem.code === 'changedMeanwhile')

type Props = {
  command: BankCommand
  view: ReferralView
  begin: Typed
  onDone: (said: string) => void
  onClose: () => void
}

/** One answer of a bank. Where someone was faster it says what changed, and gives the same answer again if asked to. */
export const AnswerForm = ({ command, view, begin, onDone, onClose }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const [typed, setTyped] = useState(begin)
  const [key, setKey] = useState(newKey)
  const [seen, setSeen] = useState(view)
  const [sending, setSending] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const conflict = isConflict(failure)
  const stillMay = bankMay(command, view)
  const title = say(referralSteps[command])

  const change = (name: string, value: string) => {
    const next = { ...typed, [name]: value }
    setTyped(next)
    setKey(newKey())
    keepAnswer(view.id, { command, typed: next })
  }
  const refresh = async () => {
    void queries.invalidateQueries({ queryKey: ['referrals'] })
    await queries.invalidateQueries({ queryKey: referralQuery(view.id).queryKey })
  }
  const send = async (version: number, withKey: string) => {
    const referral = view.id.slice(-3)
    const read = readFields(bankFields[command], referralCommands[command], typed, { referral })
    if ('faults' in read) return setFaults(read.faults)
    const { referral: _, ...body } = read.input
    setFaults({})
    setSending(true)
    const path = `/referrals/${view.id}/commands/${command}`
    const outcome = await attempt({ method: 'POST', path, body, key: withKey, version })
    if (outcome.ok || isConflict(outcome.failure)) await refresh()
    setSending(false)
    if (outcome.ok) {
      wipeAnswer(view.id)
      return onDone(say(`已答复：${title}`, `Answered: ${title}`))
    }
    setFailure(outcome.failure)
    setFaults(faultsOf(outcome.failure))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(seen.version, key)
  }
  const applyAgain = () => {
    const fresh = newKey()
    setSeen(view)
    setKey(fresh)
    setFailure(undefined)
    void send(view.version, fresh)
  }
  const changes = changesOf(seen, view, say)

  return (
    <form className="card" onSubmit={submit} aria-label={title} noValidate>
      <h3>{title}</h3>
      {bankFields[command].map((field) => (
        <CommandField
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          fault={faults[field.name]}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      <FailureBox failure={failure} onRetry={() => void send(seen.version, key)} />
      {conflict && (
        <div className="conflict">
          <p>{say('在您填写时发生了这些：', 'This happened while you were typing:')}</p>
          <ul aria-label={say('有什么变化', 'What changed')}>
            {changes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {stillMay === true ? (
            <Button type="primary" onClick={applyAgain} loading={sending}>
              {say('看过了，仍按所填办理', 'Seen; apply mine again')}
            </Button>
          ) : (
            <p className="fault">{say(stillMay.zh, stillMay.en)}</p>
          )}
        </div>
      )}
      <div className="buttons">
        {!conflict && (
          <Button type="primary" htmlType="submit" loading={sending}>
            {say('确定', 'Submit')}
          </Button>
        )}
        <Button
          onClick={() => {
            wipeAnswer(view.id)
            onClose()
          }}
        >
          {say('取消', 'Cancel')}
        </Button>
      </div>
    </form>
  )
}
