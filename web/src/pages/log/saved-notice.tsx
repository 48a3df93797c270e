import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { wordsOf } from '../../api/failure.ts'
import { useSay } from '../../words/language.tsx'
import type { Saved } from './use-saving.ts'

export const SavedNotice = ({ saved }: { saved: Saved | undefined }) => {
  const say = useSay()
  if (!saved) return <div role="status" />
  if (saved.state === 'waiting') {
    return (
      <Alert
        role="status"
        type="info"
        showIcon
        title={say(
          '已存入待发箱，联网后自动发送。',
          'Saved in the outbox; it goes out when the network is back.',
        )}
        description={
          <>
            {saved.failure && <p>{say(wordsOf(saved.failure))}</p>}
            <Link to="/outbox">{say('查看待发箱', 'Open the outbox')}</Link>
          </>
        }
      />
    )
  }
  const issues = saved.ids.filter((id) => /^\d/.test(id))
  return (
    <Alert
      role="status"
      type={saved.refused > 0 ? 'warning' : 'success'}
      showIcon
      title={say('已登记。', 'Logged.')}
      description={
        <>
          {issues.length > 0 && (
            <ul>
              {issues.map((id) => (
                <li key={id}>
                  <Link to="/issues/$id" params={{ id }}>
                    {id}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {saved.refused > 0 && (
            <p>
              {say(`有 ${saved.refused} 件没有登记上，`, `${saved.refused} were not logged: `)}
              <Link to="/outbox">
                {say('请到待发箱查看原因并更正', 'see why in the outbox, and correct them')}
              </Link>
            </p>
          )}
        </>
      }
    />
  )
}
