import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type AuditLine, asked, auditLinesQuery, type Only } from '../../api/audit-queries.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, failureOf } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Scroll } from '../../parts/scroll.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'
import { kindWords } from './audit-words.ts'

const issueOf = (about: string) => /^(?:ISSUE )?(\d{8}-[0-9A-Z]{5})$/.exec(about)?.[1]

const Line = ({ line }: { line: AuditLine }) => {
  const say = useSay()
  const word = kindWords[line.type]
  const issue = issueOf(line.about)
  const detail = [line.what, line.result, line.reason, line.times && `×${line.times}`].filter(Boolean)
  return (
    <tr>
      <td>{dateTime(line.at)}</td>
      <td>{line.byName ? `${line.byName}（${line.by}）` : line.by}</td>
      <td>{word ? say(word) : line.type}</td>
      <td>
        {issue ? (
          <Link to="/issues/$id" params={{ id: issue }}>
            {issue}
          </Link>
        ) : (
          line.about
        )}
      </td>
      <td>{detail.join(' · ')}</td>
    </tr>
  )
}

const none: Only = { type: '', by: '', about: '' }
const formats = ['csv', 'ndjson'] as const

/** What was done on a day, by whom and to what; some of it, or all, as a file. */
export const Lines = ({ day }: { day: string }) => {
  const say = useSay()
  const [typed, setTyped] = useState(none)
  const [only, setOnly] = useState(none)
  const [failure, setFailure] = useState<Failure>()
  const found = useInfiniteQuery(auditLinesQuery(day, only))
  const lines = found.data?.pages.flatMap((page) => page.items) ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setOnly(typed)
  }
  const takeOut = async (format: (typeof formats)[number]) => {
    const query = { day, format, ...asked(only) }
    const outcome = await attempt<Blob>({ path: '/audit/file', query, wantsFile: true, timeoutMs: 60_000 })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) saveFile(outcome.value, `audit-${day}.${format}`)
  }
  const text = (name: 'by' | 'about', label: string) => (
    <Field label={label}>
      {(ids) => (
        <Input
          {...ids}
          value={typed[name]}
          maxLength={80}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <form className="card" onSubmit={submit} aria-label={say('筛选', 'Filter')}>
        <Field label={say('事项', 'Kind')}>
          {(ids) => (
            <NativeSelect
              {...ids}
              value={typed.type}
              onChange={(event) => setTyped({ ...typed, type: event.target.value })}
            >
              <option value="">{say('全部', 'All')}</option>
              {Object.entries(kindWords).map(([kind, word]) => (
                <option key={kind} value={kind}>
                  {say(word)}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        {text('by', say('用户编号', 'User id'))}
        {text('about', say('诉求编号、信用代码或其他对象', 'Number of an issue, credit code, or other'))}
        <Button htmlType="submit">{say('筛选', 'Filter')}</Button>
      </form>
      <p>
        {formats.map((format) => (
          <Button key={format} onClick={() => void takeOut(format)}>
            {say(`导出 ${format.toUpperCase()}`, `Export ${format.toUpperCase()}`)}
          </Button>
        ))}
      </p>
      <FailureBox failure={failure ?? (found.isError ? failureOf(found.error) : undefined)} />
      <Scroll label={say('记录', 'Lines')}>
        <table aria-label={say('记录', 'Lines')}>
          <thead>
            <tr>
              <th scope="col">{say('时间', 'At')}</th>
              <th scope="col">{say('人员', 'By')}</th>
              <th scope="col">{say('事项', 'Kind')}</th>
              <th scope="col">{say('对象', 'About')}</th>
              <th scope="col">{say('详情', 'Details')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p role="status">
        {found.isSuccess && lines.length === 0 && say('没有符合的记录。', 'No such lines.')}
      </p>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {say('更多', 'More')}
        </Button>
      )}
    </>
  )
}
