import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { DeletionAnswer } from '../../../../core/api/firm-data.ts'
import { type Identified, identifiedWords } from '../../../../core/retention/firm-data.ts'
import { personalKindWords } from '../../../../core/retention/retention.ts'
import { keysOf } from '../../../../core/words.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { Me } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'

const Told = ({ told }: { told: DeletionAnswer }) => {
  const say = useSay()
  return (
    <div role="status">
      <h3>{say('已删除', 'Erased')}</h3>
      <ul>
        {told.contacts && <li>{say('企业联系人的姓名和电话', "names and phones of the firm's contacts")}</li>}
        {told.erased.map(({ issue, kinds }) => (
          <li key={issue}>
            {issue}：{kinds.map((kind) => say(personalKindWords[kind])).join(say('、', ', '))}
          </li>
        ))}
        {!told.contacts && told.erased.length === 0 && (
          <li>{say('没有可以删除的个人信息', 'there was nothing to erase')}</li>
        )}
      </ul>
      {told.goesOn && (
        <p>
          {say('诉求较多，其余的一小时内删完。', 'There are many issues; the rest goes within the hour.')}
        </p>
      )}
      <h3>{say('依法保留', 'Kept by law')}</h3>
      <ul>
        {told.kept.map((one) => (
          <li key={one.what}>
            {say(one)}
            <br />
            <small>{one.law}</small>
            {one.issues && (
              <ul>
                {one.issues.map(({ issue, until }) => (
                  <li key={issue}>
                    {issue}
                    {until && say(`，保留到 ${until}`, `, until ${until}`)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <p>{say(`申请编号 ${told.request}`, `Request ${told.request}`)}</p>
    </div>
  )
}

/** What a firm may ask of its own data, taken down by the service centre (个人信息保护法 arts. 45, 47). */
export const FirmData = ({ uscc, me }: { uscc: string; me: Me }) => {
  const say = useSay()
  const queries = useQueryClient()
  const [identified, setIdentified] = useState<Identified | ''>('')
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [told, setTold] = useState<DeletionAnswer>()
  const [key, setKey] = useState(newKey)
  if (me.role !== 'dispatcher') return null
  const send = async <T,>(what: string, more: { wantsFile?: true }, then: (value: T) => void) => {
    setBusy(true)
    const path = `/firms/${uscc}/${what}`
    const body = { identified }
    const outcome = await attempt<T>({ method: 'POST', path, body, key, timeoutMs: 60_000, ...more })
    setBusy(false)
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (!outcome.ok) return
    setKey(newKey())
    then(outcome.value)
  }
  const copy = () =>
    send<Blob>('data-access', { wantsFile: true }, (file) => saveFile(file, `企业资料-${uscc}.json`))
  const erase = () =>
    send<DeletionAnswer>('data-deletion', {}, (answer) => {
      setTold(answer)
      setSure(false)
      void queries.invalidateQueries({ queryKey: ['firm', uscc] })
    })
  return (
    <section aria-label={say('企业的资料权利', "The firm's rights to its data")}>
      <h2>{say('查阅与删除申请', 'Access and deletion')}</h2>
      <Field
        label={say('如何核实申请人', 'How the firm was known')}
        required
        hint={say('办理前须核实是企业本身提出。', 'Make sure that it is the firm that asks.')}
      >
        {(ids) => (
          <NativeSelect
            {...ids}
            value={identified}
            onChange={(event) => setIdentified(event.target.value as Identified | '')}
          >
            <option value="">{say('请选择', 'Choose')}</option>
            {keysOf(identifiedWords).map((one) => (
              <option key={one} value={one}>
                {say(identifiedWords[one])}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
        {say('已告知企业：删除后不能恢复', 'The firm knows that what is deleted cannot be brought back')}
      </Checkbox>
      <div className="buttons">
        <Button disabled={!identified} loading={busy} onClick={() => void copy()}>
          {say('下载全部资料', 'Download all that is held')}
        </Button>
        <Button danger disabled={!identified || !sure} loading={busy} onClick={() => void erase()}>
          {say('删除个人信息', 'Erase personal data')}
        </Button>
      </div>
      <FailureBox failure={failure} />
      {told && <Told told={told} />}
    </section>
  )
}
