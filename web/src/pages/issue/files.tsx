import { useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { maximalFileBytes, UploadFile } from '../../../../core/api/upload-file.ts'
import { canGive } from '../../../../core/issue/decide/can-give.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { Me } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'

const kinds = UploadFile.shape.type.options.join(',')

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

type FileOfIssue = NonNullable<Issue['files']>[number]

/** Photos and papers of the issue; never needed, always possible. */
export const Files = ({ issue, me }: { issue: Issue; me: Me }) => {
  const say = useSay()
  const queries = useQueryClient()
  const [firmSees, setFirmSees] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [fault, setFault] = useState<string>()
  const may = canGive('attachFile', issue, me) === true
  if (!may && !issue.files?.length) return null
  const open = async (file: FileOfIssue) => {
    const path = `/issues/${issue.id}/files/${file.id}`
    const outcome = await attempt<Blob>({ path, wantsFile: true, timeoutMs: 60_000 })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) saveFile(outcome.value, file.name)
  }
  const send = async (file: File | undefined) => {
    if (!file) return
    setFault(undefined)
    if (file.size > maximalFileBytes) {
      setFault(say('文件超过 3 MB，请压缩后再传。', 'The file is over 3 MB; make it smaller first.'))
      return
    }
    const body = { name: file.name, type: file.type, base64: await base64Of(file), firmSees }
    const outcome = await attempt({ method: 'POST', path: `/issues/${issue.id}/files`, body, key: newKey() })
    setFailure(outcome.ok ? undefined : outcome.failure)
    await queries.invalidateQueries({ queryKey: ['issue', issue.id] })
    await queries.invalidateQueries({ queryKey: ['events', issue.id] })
  }
  return (
    <section aria-label={say('附件', 'Files')}>
      <h2>{say('附件', 'Files')}</h2>
      <ul>
        {issue.files?.map((file) => (
          <li key={file.id}>
            <button type="button" className="link" onClick={() => void open(file)}>
              {file.name}
            </button>
            （{Math.ceil(file.size / 1024)} KB）
            {file.firmSees && say('企业可见', 'the firm sees it')}
          </li>
        ))}
      </ul>
      {may && (
        <>
          <Checkbox checked={firmSees} onChange={(event) => setFirmSees(event.target.checked)}>
            {say('企业可以看到', 'The firm may see it')}
          </Checkbox>
          <Field label={say('添加照片或文件', 'Add a photo or paper')} fault={fault}>
            {(ids) => (
              <input
                {...ids}
                type="file"
                accept={kinds}
                onChange={(event) => void send(event.target.files?.[0])}
              />
            )}
          </Field>
        </>
      )}
      <FailureBox failure={failure} />
    </section>
  )
}
