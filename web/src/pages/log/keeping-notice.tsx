import { Alert, Button } from 'antd'
import { useState } from 'react'
import { categoryWords } from '../../../../core/words.ts'
import { useSay } from '../../words/language.tsx'
import type { Say } from '../../words/language-of.ts'
import type { VisitDraft } from './visit-draft.ts'

/** In-app browsers and pages that are not installed on iOS may lose what they keep, after seven days or at once. */
const mayPurge = () => {
  const agent = navigator.userAgent
  const installed = matchMedia('(display-mode: standalone)').matches
  return /MicroMessenger|DingTalk|QQ\//.test(agent) || (/iPhone|iPad/.test(agent) && !installed)
}

const asText = (draft: VisitDraft, say: Say) =>
  [
    `${draft.on} ${draft.title} ${draft.line}`.trim(),
    ...draft.firms.map((firm) => `${firm.name} ${firm.uscc}`),
    ...draft.issues.map(
      (issue) => `${issue.category ? say(categoryWords[issue.category]) : ''}：${issue.content}`,
    ),
  ].join('\n')

/** Says before typing where what is typed might get lost, and offers it as text. */
export const KeepingNotice = ({ draft, kept }: { draft: VisitDraft; kept: boolean }) => {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  if (kept && !mayPurge()) return null
  const copy = async () => {
    await navigator.clipboard.writeText(asText(draft, say))
    setCopied(true)
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={
        kept
          ? say(
              '这个浏览器可能会清除未发出的内容，请在系统浏览器中打开，或先复制文字。',
              'This browser may clear what has not been sent; use the system browser or copy the text.',
            )
          : say(
              '这个浏览器不允许保存草稿，离开页面会丢失，请先复制文字。',
              'This browser keeps no drafts: leaving the page loses it. Copy the text first.',
            )
      }
      action={
        <Button onClick={() => void copy()}>
          {copied ? say('已复制', 'Copied') : say('复制文字', 'Copy the text')}
        </Button>
      }
    />
  )
}
