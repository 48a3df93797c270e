import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { BankLinkAnswer } from '../../../../core/api/bank-link.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import type { Referral } from '../../../../core/referral/parts.ts'
import { referralId } from '../../../../core/referral/referrals.ts'
import { attempt, newKey } from '../../api/call.ts'
import type { Failure } from '../../api/failure.ts'
import type { EventView } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime, today } from '../../words/time.ts'

type Link = z.infer<typeof BankLinkAnswer>

const hasLink = (events: readonly EventView[], id: string) =>
  events.findLast(
    ({ type, fact }) => ['BankLinkIssued', 'BankLinkRevoked'].includes(type) && fact.referral === id,
  )?.type === 'BankLinkIssued'

const Shown = ({ link, bank }: { link: Link; bank: string }) => {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const until = dateTime(link.expiresAt)
  const text = say(
    `${bank}：现有一条企业融资推荐，请打开链接查看并答复（${until} 前有效，无需账号，请勿转发）：${link.url}`,
    `${bank}: a firm's request for finance is referred to you. See it and answer here, without an account, until ${until}; please do not pass it on: ${link.url}`,
  )
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const label = say(`发给${bank}的文字`, `Text for ${bank}`)
  return (
    <>
      <Input.TextArea readOnly autoSize value={text} aria-label={label} />
      <Button onClick={() => void copy()}>{copied ? say('已复制', 'Copied') : say('复制', 'Copy')}</Button>
      <p className="hint">
        {say(
          '请发给该行经办人本人。只显示这一次；再生成一条，前一条作废。',
          'Send it to the person in charge there. It is shown this once; a new one ends it.',
        )}
      </p>
    </>
  )
}

type Props = { issue: Issue; one: Referral; bank: string; events: readonly EventView[] }

/** For a bank without accounts: a link to this referral, or a sheet to fill in. */
export const BankDoors = ({ issue, one, bank, events }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const [link, setLink] = useState<Link>()
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [working, setWorking] = useState(false)
  const step = async (run: () => Promise<Failure | undefined>) => {
    setWorking(true)
    setSaid('')
    const wrong = await run()
    setWorking(false)
    setFailure(wrong)
    for (const of of ['issue', 'events']) await queries.invalidateQueries({ queryKey: [of, issue.id] })
  }
  const make = async () => {
    const path = `/referrals/${referralId(issue.id, one.id)}/link`
    const outcome = await attempt<Link>({ method: 'POST', path, body: {}, key: newKey() })
    setLink(outcome.ok ? outcome.value : undefined)
    return outcome.ok ? undefined : outcome.failure
  }
  const revoke = async () => {
    const path = `/issues/${issue.id}/commands/revokeBankLink`
    const outcome = await attempt({ method: 'POST', path, body: { referral: one.id }, key: newKey() })
    if (!outcome.ok) return outcome.failure
    setLink(undefined)
    setSaid(say('链接已作废。', 'The link is revoked.'))
    return undefined
  }
  const takeSheet = async () => {
    const query = { bank: one.bank, issue: issue.id }
    const outcome = await attempt<Blob>({ path: '/reply-sheets', query, wantsFile: true, timeoutMs: 60_000 })
    if (!outcome.ok) return outcome.failure
    saveFile(outcome.value, `${say('银行回执表', 'reply sheet')}-${bank}-${today()}.xlsx`)
    setSaid(
      say(
        '回执表已保存；表中内容已记为提供给该行。',
        'The sheet is saved; what it holds is on record as shown.',
      ),
    )
    return undefined
  }
  const named = (zh: string, en: string) => ({ 'aria-label': say(`${zh}（${bank}）`, `${en} (${bank})`) })
  return (
    <div>
      <div className="buttons">
        <Button disabled={working} {...named('生成答复链接', 'Make a link')} onClick={() => void step(make)}>
          {say('生成答复链接', 'Make a link')}
        </Button>
        {hasLink(events, one.id) && (
          <Button
            disabled={working}
            {...named('作废链接', 'Revoke the link')}
            onClick={() => void step(revoke)}
          >
            {say('作废链接', 'Revoke the link')}
          </Button>
        )}
        <Button disabled={working} {...named('取回执表', 'Reply sheet')} onClick={() => void step(takeSheet)}>
          {say('取回执表', 'Reply sheet')}
        </Button>
      </div>
      <p role="status">{said}</p>
      {link && <Shown link={link} bank={bank} />}
      <FailureBox failure={failure} />
    </div>
  )
}
