import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { z } from 'zod'
import type { IssueView } from '../../../../core/api/issue-view.ts'
import type { HandOutLink, LinkAnswer } from '../../../../core/api/issues.ts'
import { canGive } from '../../../../core/issue/decide/can-give.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { Me } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

type Link = z.infer<typeof LinkAnswer>
type By = z.infer<typeof HandOutLink>['by']

// Whoever shows no link loads no code for drawing one.
const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

/** The link as text to copy, and as a picture that the firm's phone reads off this screen. */
const Shown = ({ url }: { url: string }) => {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    setCopied(true)
  }
  return (
    <>
      <Input readOnly value={url} aria-label={say('企业链接', "The firm's link")} />
      <Button onClick={() => void copy()}>{copied ? say('已复制', 'Copied') : say('复制', 'Copy')}</Button>
      <Suspense fallback={null}>
        <QrCode value={url} label={say('企业链接的二维码', "QR code of the firm's link")} />
      </Suspense>
      <p className="hint">
        {say(
          '请企业联系人当面扫码，或把链接发给本人。只显示这一次。',
          'Let the contact scan it here, or send the link to that person. It is shown this once.',
        )}
      </p>
    </>
  )
}

/** A link for the firm, by text to copy, QR code or text message. Only its hash is kept. */
export const FirmLink = ({ view, me }: { view: IssueView; me: Me }) => {
  const { issue, linkUntil } = view
  const say = useSay()
  const queries = useQueryClient()
  const [link, setLink] = useState<Link>()
  const [failed, setFailed] = useState<{ failure: Failure; by: By }>()
  const [asking, setAsking] = useState(false)
  if (canGive('issueLink', issue, me) !== true) return null
  const ask = async (by: By) => {
    setAsking(true)
    const path = `/issues/${issue.id}/link`
    const outcome = await attempt<Link>({ method: 'POST', path, body: { by }, key: newKey() })
    setAsking(false)
    setFailed(outcome.ok ? undefined : { failure: outcome.failure, by })
    setLink(outcome.ok ? outcome.value : undefined)
    await queries.invalidateQueries({ queryKey: ['issue', issue.id] })
    await queries.invalidateQueries({ queryKey: ['events', issue.id] })
  }
  const until = link?.expiresAt ?? linkUntil
  const canText = me.texts === true && issue.contact?.phone?.startsWith('1') === true
  return (
    <section aria-label={say('企业链接', "The firm's link")}>
      <h2>{say('企业链接', "The firm's link")}</h2>
      <p className="hint">
        {say(
          '企业不用账号，打开链接就能看进展、确认或评价。再发一次，旧链接作废。',
          'With it the firm sees progress, confirms and rates without an account. A new one ends the old one.',
        )}
      </p>
      <div role="status">
        {link?.sentTo && <p>{say(`已发短信到 ${link.sentTo}`, `Sent to ${link.sentTo}`)}</p>}
        {until && <p>{say(`链接有效至 ${dateTime(until)}`, `The link is valid until ${dateTime(until)}`)}</p>}
      </div>
      {link?.url && <Shown url={link.url} />}
      <p>
        <Button disabled={asking} onClick={() => void ask('text')}>
          {until ? say('重新生成链接', 'Make a new link') : say('生成链接', 'Make a link')}
        </Button>{' '}
        {canText && (
          <Button disabled={asking} onClick={() => void ask('sms')}>
            {say('短信发给联系人', 'Text it to the contact')}
          </Button>
        )}
      </p>
      <FailureBox failure={failed?.failure} onRetry={() => void ask(failed?.by ?? 'text')} />
    </section>
  )
}
