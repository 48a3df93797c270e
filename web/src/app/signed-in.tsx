import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { completeSignIn, signIn } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'

let completing: Promise<string> | undefined

/** Where the sign-in page sends people back to. */
export const SignedIn = () => {
  const say = useSay()
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    // A code is good once; an effect may run twice.
    completing ??= completeSignIn()
    completing.then(
      (returnTo) => router.history.replace(returnTo),
      () => setFailed(true),
    )
  }, [router])
  if (!failed) return <p role="status">{say('正在登录……', 'Signing in …')}</p>
  return (
    <section>
      <h1>{say('没有登录成功', 'Sign-in did not work')}</h1>
      <p>{say('登录请求可能已过期，请再试一次。', 'The request may have expired; please try again.')}</p>
      <Button type="primary" onClick={() => void signIn('/work')}>
        {say('重新登录', 'Sign in again')}
      </Button>
    </section>
  )
}
