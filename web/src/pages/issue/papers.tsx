import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Issue } from '../../../../core/issue/issue.ts'
import { attempt } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import { directoryQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'

/** Papers for print, made from what is already written down. */
export const Papers = ({ issue }: { issue: Issue }) => {
  const say = useSay()
  const [failure, setFailure] = useState<Failure>()
  const [bank, setBank] = useState('')
  const banks = useQuery({ ...directoryQuery, enabled: issue.category === 'financing' }).data?.banks ?? []
  const take = async (paper: string, name: string, query?: Record<string, string>) => {
    const path = `/issues/${issue.id}/papers/${paper}`
    const outcome = await attempt<Blob>({ path, wantsFile: true, timeoutMs: 60_000, ...(query && { query }) })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) saveFile(outcome.value, `${name}-${issue.id}.docx`)
  }
  const assigned = 'assignment' in issue && issue.assignment !== undefined
  return (
    <section aria-label={say('文书', 'Papers')}>
      <h2>{say('文书', 'Papers')}</h2>
      <div className="buttons">
        {assigned && (
          <Button onClick={() => void take('assignment', '交办单')}>
            {say('下载交办单', 'Assignment sheet')}
          </Button>
        )}
        <Button onClick={() => void take('case', '一件一档')}>{say('下载一件一档', 'Case file')}</Button>
      </div>
      {issue.category === 'financing' && (
        <div className="filters">
          <Field label={say('授权书给哪家银行', 'Authorisation for which bank')}>
            {(ids) => (
              <select
                {...ids}
                className="select"
                value={bank}
                onChange={(event) => setBank(event.target.value)}
              >
                <option value="">{say('请选择', 'Choose')}</option>
                {banks.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button disabled={!bank} onClick={() => void take('authorisation', '授权书', { bank })}>
            {say('下载授权书', 'Authorisation form')}
          </Button>
        </div>
      )}
      <FailureBox failure={failure} />
    </section>
  )
}
