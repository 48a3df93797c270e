import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { firmsQuery, issuesQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { type ChosenIssue, chosenIssues, writeIssues } from './chosen-issues.ts'

type Props = { value: string; fault: string | undefined; onChange: (value: string) => void }

/** Hiring issues that take part, found by the name of their firm. */
export const IssuePicker = ({ value, fault, onChange }: Props) => {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [firm, setFirm] = useState<{ uscc: string; name: string }>()
  const q = useDeferredValue(typed.trim())
  const firms = useQuery(firmsQuery(firm ? '' : q))
  const issues = useInfiniteQuery({
    ...issuesQuery({ ...(firm && { firm: firm.uscc }), category: 'hiring' }),
    enabled: firm !== undefined,
    refetchInterval: false,
  })
  const chosen = chosenIssues(value)
  const put = (one: ChosenIssue, on: boolean) =>
    onChange(writeIssues([...chosen.filter(({ id }) => id !== one.id), ...(on ? [one] : [])]))
  const found = firm ? (issues.data?.pages.flatMap((page) => page.items) ?? []) : []
  // What was chosen stays in sight, whatever is looked for next.
  const offered = [
    ...chosen,
    ...found
      .map(({ id, firm: { name }, summary }) => ({ id, words: `${name}：${summary}` }))
      .filter(({ id }) => !chosen.some((one) => one.id === id)),
  ]
  return (
    <>
      <Field
        label={say('参加的用工诉求（按企业找）', 'Hiring issues that take part (by firm)')}
        hint={say('输入名称中的两个字。', 'Type two characters of the name.')}
        {...(fault && { fault })}
      >
        {(ids) => (
          <Input
            {...ids}
            type="search"
            autoComplete="off"
            value={firm?.name ?? typed}
            onChange={(event) => {
              setFirm(undefined)
              setTyped(event.target.value)
            }}
          />
        )}
      </Field>
      {!firm && q.length >= 2 && (
        <ul className="found" aria-label={say('找到的企业', 'Firms found')}>
          {(firms.data?.items ?? []).map(({ uscc, name }) => (
            <li key={uscc}>
              <button type="button" onClick={() => setFirm({ uscc, name })}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {issues.isError && <FailureBox failure={failureOf(issues.error)} />}
      <p role="status" className="hint">
        {firm && issues.isSuccess && found.length === 0
          ? say(`${firm.name}没有用工诉求。`, `${firm.name} has no hiring issue.`)
          : ''}
      </p>
      {offered.length > 0 && (
        <fieldset className="choice">
          <legend>{say('参加的诉求', 'Issues that take part')}</legend>
          <div>
            {offered.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={chosen.some(({ id }) => id === one.id)}
                  onChange={(event) => put(one, event.target.checked)}
                />
                {one.words}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
