import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { signInConfig } from '../sign-in/config.ts'
import { leaveIdle, useSession } from '../sign-in/session.ts'
import { type Idleness, watchIdle } from '../sign-in/watch-idle.ts'
import { useSay } from '../words/language.tsx'

const usualMinutes = 30

/** Ends the session of a desk that was left, and says so a minute before. What was typed stays on the page. */
export const IdleGuard = () => {
  const say = useSay()
  const session = useSession()
  const [idleness, setIdleness] = useState<Idleness>('there')
  const watching = useRef<ReturnType<typeof watchIdle>>(undefined)
  useEffect(() => {
    if (session !== 'signedIn') return
    let over = false
    const begin = (minutes: number) => {
      if (over) return
      watching.current = watchIdle(minutes, (next) => {
        setIdleness(next)
        if (next === 'gone') void leaveIdle()
      })
    }
    signInConfig().then(
      ({ idleMinutes }) => begin(idleMinutes ?? usualMinutes),
      () => begin(usualMinutes),
    )
    return () => {
      over = true
      watching.current?.stop()
      setIdleness('there')
    }
  }, [session])
  if (session !== 'signedIn' || idleness !== 'warned') return null
  return (
    <Alert
      className="ended"
      type="warning"
      role="alert"
      showIcon
      title={say(
        '很久没有操作，一分钟内将自动退出登录。',
        'Nothing was done for long: you will be signed out within a minute.',
      )}
      description={say('已填的内容会留在页面上。', 'What you typed stays on the page.')}
      action={
        <Button type="primary" onClick={() => watching.current?.touch()}>
          {say('继续使用', 'Go on')}
        </Button>
      }
    />
  )
}
