import { Alert, Button } from 'antd'
import { signIn } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'

/** The session is over in the middle of something. */
export const Ended = () => {
  const say = useSay()
  return (
    <Alert
      className="ended"
      type="warning"
      showIcon
      title={say('还没有登录，或登录已过期。', 'You are not signed in, or your sign-in has ended.')}
      description={say(
        '已填的内容都保存在本机，登录后可以继续。',
        'What you typed is kept on this device; go on after signing in.',
      )}
      action={
        <Button type="primary" onClick={() => void signIn()}>
          {say('重新登录', 'Sign in again')}
        </Button>
      }
    />
  )
}
