import { Button, Input } from 'antd'
import { useState } from 'react'
import { RegisterFirm } from '../../../../core/api/firms-and-visits.ts'
import { useNames } from '../../app/use-me.ts'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import type { FirmDraft } from './visit-draft.ts'

type Props = { typed: string; onAdd: (firm: FirmDraft) => void; onCancel: () => void }

const looksLikeCode = (text: string) => /^[0-9A-Z]{15,18}$/i.test(text)

/** A firm that is not yet known: a name and a code are enough. */
export const NewFirm = ({ typed, onAdd, onCancel }: Props) => {
  const say = useSay()
  const { directory } = useNames()
  const [uscc, setUscc] = useState(looksLikeCode(typed) ? typed : '')
  const [name, setName] = useState(looksLikeCode(typed) ? '' : typed)
  const [park, setPark] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const add = () => {
    // Full-width characters, as Chinese keyboards type them, are the same code.
    const code = uscc.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    const firm = { uscc: code, name: name.trim(), ...(park && { park }) }
    const read = RegisterFirm.safeParse(firm)
    if (read.success) onAdd({ ...firm, isNew: true })
    else
      setFaults(Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message])))
  }
  return (
    <fieldset className="card">
      <legend>{say('登记新企业', 'Register a new firm')}</legend>
      <Field label={say('企业名称', 'Name')} required fault={faults.name}>
        {(ids) => <Input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('统一社会信用代码', 'Credit code')} required fault={faults.uscc}>
        {(ids) => (
          <Input
            {...ids}
            value={uscc}
            autoCapitalize="characters"
            onChange={(event) => setUscc(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('所在园区', 'Park')}>
        {(ids) => (
          <NativeSelect {...ids} value={park} onChange={(event) => setPark(event.target.value)}>
            <option value="">—</option>
            {directory?.zone.parks.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <div className="buttons">
        <Button type="primary" onClick={add}>
          {say('加入', 'Add')}
        </Button>
        <Button onClick={onCancel}>{say('返回查找', 'Back to search')}</Button>
      </div>
    </fieldset>
  )
}
