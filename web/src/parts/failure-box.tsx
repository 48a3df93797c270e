import { Alert, Button } from 'antd'
import { type Failure, wordsOf } from '../api/failure.ts'
import { signIn } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'

/** What went wrong in words, and what can be done about it. */
export const FailureBox = ({ failure, onRetry }: { failure: Failure | undefined; onRetry?: () => void }) => {
  const say = useSay()
  if (!failure) return null
  const signedOut = failure.kind === 'signedOut'
  const again = onRetry && failure.kind !== 'refused'
  return (
    <Alert
      type={failure.kind === 'refused' ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={say(wordsOf(failure))}
      action={
        signedOut ? (
          <Button onClick={() => void signIn()}>{say('重新登录', 'Sign in again')}</Button>
        ) : again ? (
          <Button onClick={onRetry}>{say('再试一次', 'Try again')}</Button>
        ) : undefined
      }
    />
  )
}
