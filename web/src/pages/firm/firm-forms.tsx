import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { firmSteps } from '../../../../core/firm/commands.ts'
import { usualCertificates } from '../../../../core/firm/firm.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import type { FirmView } from '../../api/firm-queries.ts'
import type { Me } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useKept, useKeptForm } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { type FirmButton, type FirmField, firmFields, inputOf, startOf } from './firm-fields.ts'

type Props = { view: FirmView; me: Me }

const optionsOf = (
  kind: FirmField['kind'],
  view: FirmView,
  users: { id: string; name: string; role: string }[],
) =>
  kind === 'official'
    ? users.filter(({ role }) => role === 'official' || role === 'dispatcher')
    : kind === 'certificate'
      ? (view.firm.certificates ?? []).map(({ number, tag }) => ({ id: number, name: `${tag} ${number}` }))
      : undefined

const CommandForm = ({
  view,
  command,
  onDone,
}: {
  view: FirmView
  command: FirmButton
  onDone: () => void
}) => {
  const say = useSay()
  const queries = useQueryClient()
  const { directory } = useNames()
  const list = useId()
  const [failure, setFailure] = useState<Failure>()
  const [sending, setSending] = useState(false)
  const { uscc } = view.firm
  const { typed, key, change, wipe } = useKeptForm<Record<string, string>>(
    `firm:${uscc}:${command}`,
    startOf(command, view),
  )
  const close = () => {
    wipe()
    onDone()
  }
  const faults = faultsOf(failure)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const outcome = await attempt({
      method: 'POST',
      path: `/firms/${uscc}/commands/${command}`,
      body: inputOf(command, typed, view),
      key,
    })
    setSending(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    close()
    await queries.invalidateQueries({ queryKey: ['firm', uscc] })
    await queries.invalidateQueries({ queryKey: ['roster'] })
  }
  return (
    <form
      aria-label={say(firmSteps[command])}
      onSubmit={(event) => void submit(event)}
      noValidate
      className="card"
    >
      <h3>{say(firmSteps[command])}</h3>
      {firmFields[command].map((field) => (
        <Field
          key={field.name}
          label={say(field)}
          {...(field.required && { required: true })}
          {...(faults[field.name] && { fault: faults[field.name] as string })}
        >
          {(ids) => {
            const common = {
              ...ids,
              value: typed[field.name] ?? '',
              onChange: (event: { target: { value: string } }) =>
                change({ ...typed, [field.name]: event.target.value }),
            }
            const options = optionsOf(field.kind, view, directory?.users ?? [])
            if (options) {
              return (
                <NativeSelect {...common}>
                  <option value="">{say('请选择', 'Choose')}</option>
                  {options.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </NativeSelect>
              )
            }
            if (field.kind === 'date') return <Input {...common} type="date" />
            return (
              <Input
                {...common}
                list={field.kind === 'tag' ? list : undefined}
                inputMode={field.kind === 'wan' || field.kind === 'count' ? 'decimal' : 'text'}
              />
            )
          }}
        </Field>
      ))}
      <datalist id={list}>
        {usualCertificates.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <FailureBox failure={failure} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={sending}>
          {say('确定', 'Do it')}
        </Button>
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}

/** What may be changed on the record, by whoever may. */
export const FirmForms = ({ view, me }: Props) => {
  const say = useSay()
  const { firm } = view
  const [open, setOpen] = useKept<FirmButton | ''>(`firm:${firm.uscc}`, '')
  const idle: Partial<Record<FirmButton, boolean>> = {
    removeCertificate: !firm.certificates?.length,
    endLiaison: !firm.liaison,
    endQuiet: !firm.quietUntil,
  }
  const may = (Object.keys(firmFields) as FirmButton[]).filter(
    (command) => firmSteps[command].who.includes(me.role) && !idle[command],
  )
  if (may.length === 0) return null
  return (
    <section aria-label={say('更正与登记', 'Corrections')}>
      <h2>{say('更正与登记', 'Corrections')}</h2>
      {open ? (
        <CommandForm view={view} command={open} onDone={() => setOpen(undefined)} />
      ) : (
        <div className="buttons">
          {may.map((command) => (
            <Button key={command} onClick={() => setOpen(command)}>
              {say(firmSteps[command])}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
