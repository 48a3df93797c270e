import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { LinkAnswer } from '../../../../core/api/issues.ts'
import { canGive } from '../../../../core/issue/decide/decide.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { Me } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

type Link = z.infer<typeof LinkAnswer>

/** A link for the firm: shown once, for only its hash is kept. */
export const FirmLink = ({ issue, me }: { issue: Issue; me: Me }) => {
  const say = useSay()
  const queries = useQueryClient()
  const [link, setLink] = useState<Link>()
  const [failure, setFailure] = useState<Failure>()
  const [copied, setCopied] = useState(false)
  if (canGive('issueLink', issue, me) !== true) return null
  const ask = async () => {
    const outcome = await attempt<Link>({
      method: 'POST',
      path: `/issues/${issue.id}/link`,
      body: {},
      key: newKey(),
    })
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok) setLink(outcome.value)
    await queries.invalidateQueries({ queryKey: ['issue', issue.id] })
    await queries.invalidateQueries({ queryKey: ['events', issue.id] })
  }
  const copy = async () => {
    if (!link) return
    await navigator.clipboard.writeText(link.url)
    setCopied(true)
  }
  return (
    <section aria-label={say('企业链接', "The firm's link")}>
      <h2>{say('企业链接', "The firm's link")}</h2>
      <p className="hint">
        {say(
          '企业不用账号，打开链接就能看进展、确认或评价。再发一次，旧链接作废。',
          'With it the firm sees progress, confirms and rates without an account. A new one ends the old one.',
        )}
      </p>
      {link ? (
        <>
          <Input readOnly value={link.url} aria-label={say('企业链接', "The firm's link")} />
          <p className="hint">
            {say(`有效至 ${dateTime(link.expiresAt)}`, `Valid until ${dateTime(link.expiresAt)}`)}
          </p>
          <Button onClick={() => void copy()}>
            {copied ? say('已复制', 'Copied') : say('复制', 'Copy')}
          </Button>
        </>
      ) : (
        <Button onClick={() => void ask()}>{say('生成链接', 'Make a link')}</Button>
      )}
      <FailureBox failure={failure} onRetry={() => void ask()} />
    </section>
  )
}
