import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { HandedOverAll } from '../../../../core/api/handover.ts'
import { validOn } from '../../../../core/reference/records.ts'
import { referenceQuery } from '../../api/admin-queries.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { directoryQuery } from '../../api/queries.ts'
import { useMe } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { today } from '../../words/time.ts'

type Done = z.infer<typeof HandedOverAll>

/** Who works in a department, or stands for it, by the directory of today. */
const usePeople = (department: string) => {
  const found = useInfiniteQuery(referenceQuery('user'))
  const users = validOn(found.data?.pages.flatMap((page) => page.items) ?? [], today())
  return users.filter((user) => {
    const stands = Array.isArray(user.liaisonOf) && user.liaisonOf.includes(department)
    return department !== '' && (user.department === department || stands)
  })
}

const Result = ({ done }: { done: Done }) => {
  const say = useSay()
  return (
    <>
      <p role="status">
        {say(`已移交 ${done.moved} 件。`, `${done.moved} handed over.`)}{' '}
        {done.refused.length > 0 &&
          say(`${done.refused.length} 件没有移交：`, `${done.refused.length} were not:`)}
      </p>
      <ul aria-label={say('没有移交的', 'Not handed over')}>
        {done.refused.map(({ id, why }) => (
          <li key={id}>
            <Link to="/issues/$id" params={{ id }}>
              {id}
            </Link>{' '}
            {why}
          </li>
        ))}
      </ul>
    </>
  )
}

/** For leave or a change of post: all that one person has in hand goes to a colleague in one step. */
export const HandoverPage = () => {
  const say = useSay()
  const me = useMe()
  const queries = useQueryClient()
  const { data: directory } = useQuery(directoryQuery)
  const {
    typed,
    key,
    change: setTyped,
    wipe,
  } = useKeptForm('handover', { department: '', from: '', to: '', text: '' })
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [done, setDone] = useState<Done>()
  const department = typed.department || (me?.role === 'handler' ? (me.department ?? '') : '')
  const people = usePeople(department)
  const faults = faultsOf(failure)
  const complete = department !== '' && typed.from !== '' && typed.to !== '' && typed.from !== typed.to

  const change = (name: keyof typeof typed, value: string) => {
    setTyped({ ...typed, [name]: value, ...(name === 'department' && { from: '', to: '' }) })
    setDone(undefined)
  }
  const send = async () => {
    setSending(true)
    const { from, to, text } = typed
    const body = { department, from, to, ...(text.trim() && { text: text.trim() }) }
    const outcome = await attempt<Done>({ method: 'POST', path: '/handovers', body, key })
    setSending(false)
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (!outcome.ok) return
    setDone(outcome.value)
    wipe()
    void queries.invalidateQueries({ queryKey: ['issues'] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (complete) void send()
  }
  const select = (
    name: 'department' | 'from' | 'to',
    label: string,
    choices: readonly { id: string; name?: unknown }[],
  ) => (
    <Field label={label} required {...(faults[name] && { fault: faults[name] })}>
      {(ids) => (
        <NativeSelect
          {...ids}
          value={name === 'department' ? department : typed[name]}
          onChange={(event) => change(name, event.target.value)}
        >
          <option value="">{say('请选择', 'Choose')}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {String(one.name ?? one.id)}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  )
  return (
    <section>
      <h1>{say('移交在办件', 'Hand over work')}</h1>
      <p className="hint">
        {say(
          '休假或换岗时，把一个人手上的全部诉求一次移交给同部门的人；暂停的和等候企业确认的也一并移交。',
          'For leave or a change of post: all that one person has in hand goes to a colleague, what is paused or waits for the firm included.',
        )}
      </p>
      <form className="card" onSubmit={submit} aria-label={say('移交在办件', 'Hand over work')} noValidate>
        {select('department', say('部门', 'Department'), directory?.departments ?? [])}
        {select('from', say('移交人', 'From'), people)}
        {select(
          'to',
          say('接手人', 'To'),
          people.filter(({ id }) => id !== typed.from),
        )}
        <Field label={say('说明', 'Words')} {...(faults.text && { fault: faults.text })}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 2 }}
              value={typed.text}
              onChange={(event) => change('text', event.target.value)}
            />
          )}
        </Field>
        <FailureBox failure={failure} onRetry={() => void send()} />
        <Button type="primary" htmlType="submit" loading={sending} disabled={!complete}>
          {say('全部移交', 'Hand over all')}
        </Button>
      </form>
      {done && <Result done={done} />}
    </section>
  )
}
