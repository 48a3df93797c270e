import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '../api/queries.ts'
import { signIn } from '../sign-in/session.ts'
import { useSay } from '../words/language.tsx'
import { kept } from './kept.ts'

export const Welcome = () => {
  const say = useSay()
  const last = kept<Me>('me')
  const [failed, setFailed] = useState(false)
  const begin = () => {
    setFailed(false)
    signIn(location.pathname + location.search).catch(() => setFailed(true))
  }
  return (
    <section className="welcome">
      <h1>{say('助企', 'Zhuqi')}</h1>
      <p>
        {say(
          '从走访听到诉求，到企业说解决了。',
          'From the visit where a problem was heard to the day the firm says it is solved.',
        )}
      </p>
      {failed && (
        <p role="alert" className="fault">
          {say('连不上登录服务，请稍后再试。', 'Sign-in is not reachable; try again later.')}
        </p>
      )}
      <button type="button" className="primary" onClick={begin}>
        {say('登录', 'Sign in')}
      </button>
      {last && (
        <p>
          <Link to="/log">
            {say(
              `没有网络？${last.name}可以先登记走访，登录后发送`,
              `No network? ${last.name} may log a visit now and send it after signing in`,
            )}
          </Link>
        </p>
      )}
    </section>
  )
}
