import { Button, Input } from 'antd'
import { useState } from 'react'
import { groupText } from '../../../../core/chat/group-text.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'

/** A short text for the chat group, without anybody's number: copied, or shown where a browser forbids copying. */
export const CopyForGroup = ({ issue }: { issue: Issue }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const [state, setState] = useState<'copied' | 'shown'>()
  const text = groupText(issue, nameOf)
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setState('copied'),
      () => setState('shown'),
    ) ?? setState('shown')
  return (
    <p>
      <Button onClick={() => void copy()}>{say('复制到群', 'Copy for the group')}</Button>{' '}
      <span role="status">
        {state === 'copied' && say('已复制，不含电话。', 'Copied; it holds no numbers.')}
      </span>
      {state === 'shown' && (
        <Input.TextArea readOnly value={text} autoSize aria-label={say('给群的文字', 'Text for the group')} />
      )}
    </p>
  )
}
