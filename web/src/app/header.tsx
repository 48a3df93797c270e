import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { roleWords } from '../../../core/words.ts'
import { type Me, noticesQuery } from '../api/queries.ts'
import { signOut, useSession } from '../sign-in/session.ts'
import { useSay, useSettings } from '../words/language.tsx'
import { PageLinks } from './page-links.tsx'

const isTold = (me: Me) => ['official', 'dispatcher', 'handler', 'manager'].includes(me.role)

const Notices = () => {
  const say = useSay()
  const session = useSession()
  const { data } = useInfiniteQuery({ ...noticesQuery, enabled: session === 'signedIn' })
  const unread = data?.pages[0]?.unread ?? 0
  return (
    <Link to="/notices" className="told">
      {say('通知', 'Notices')}
      {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}

export const Header = ({ me }: { me: Me | undefined }) => {
  const say = useSay()
  const { language, setLanguage, large, setLarge } = useSettings()
  return (
    <header>
      <p className="brand">{say('助企', 'Zhuqi')}</p>
      {me && <PageLinks me={me} />}
      <div className="settings">
        <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {say('大字', 'Large text')}
        </button>
        <button
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
        {me && (
          <>
            {isTold(me) && <Notices />}
            <span className="who">
              {me.name}
              <small>{say(roleWords[me.role])}</small>
            </span>
            <button type="button" onClick={() => void signOut()}>
              {say('退出', 'Sign out')}
            </button>
          </>
        )}
      </div>
    </header>
  )
}
