import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { roleWords } from '../../../core/words.ts'
import { type Me, noticesQuery } from '../api/queries.ts'
import { useParcels, useSending } from '../outbox/use-outbox.ts'
import { signOut, useSession } from '../sign-in/session.ts'
import { useSay, useSettings } from '../words/language.tsx'

const mayLog = (me: Me) => me.role === 'official' || me.role === 'dispatcher'
const reads = (me: Me) => ['official', 'dispatcher', 'manager', 'auditor', 'handler'].includes(me.role)
const seesBanks = (me: Me) => ['banker', 'handler', 'dispatcher', 'manager', 'auditor'].includes(me.role)
const looksAtFigures = (me: Me) => ['dispatcher', 'manager', 'auditor', 'handler'].includes(me.role)

const administers = (me: Me) => me.role === 'admin' || me.role === 'dispatcher'
/** The dispatcher finds it among what is administered. */
const handsOver = (me: Me) => me.role === 'handler' || me.role === 'manager'

const Pages = ({ me }: { me: Me }) => {
  const say = useSay()
  const parcels = useParcels(me.id)
  useSending(me.id)
  return (
    <nav aria-label={say('主要页面', 'Main pages')}>
      {me.role !== 'banker' && (
        <Link to="/work" search={{}}>
          {say('工作台', 'Work')}
        </Link>
      )}
      {seesBanks(me) && <Link to="/banks">{say('银行推荐', 'Referrals')}</Link>}
      {mayLog(me) && <Link to="/log">{say('登记', 'Log')}</Link>}
      {mayLog(me) && <Link to="/forum">{say('恳谈会', 'Forum')}</Link>}
      {reads(me) && <Link to="/firms">{say('企业', 'Firms')}</Link>}
      {reads(me) && <Link to="/policies">{say('政策', 'Policies')}</Link>}
      {reads(me) && <Link to="/fairs">{say('招聘会', 'Fairs')}</Link>}
      {reads(me) && me.role !== 'auditor' && (
        <Link to="/tax-estimate">{say('退税估算', 'Tax estimate')}</Link>
      )}
      {mayLog(me) && <Link to="/import">{say('导入', 'Import')}</Link>}
      {reads(me) && <Link to="/ledger">{say('台账', 'Ledger')}</Link>}
      {looksAtFigures(me) && <Link to="/counts">{say('工作量', 'Counts')}</Link>}
      {looksAtFigures(me) && (
        <Link to="/figures" search={{}}>
          {say('指标', 'Figures')}
        </Link>
      )}
      {administers(me) && <Link to="/admin">{say('管理', 'Administration')}</Link>}
      {handsOver(me) && <Link to="/handover">{say('移交', 'Hand over')}</Link>}
      {(mayLog(me) || parcels.length > 0) && (
        <Link to="/outbox">
          {say('待发', 'Outbox')}
          {parcels.length > 0 && <span className="count">{parcels.length}</span>}
        </Link>
      )}
    </nav>
  )
}

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
      {me && <Pages me={me} />}
      <div className="settings">
        <Button type="text" size="small" aria-pressed={large} onClick={() => setLarge(!large)}>
          {say('大字', 'Large text')}
        </Button>
        <Button
          type="text"
          size="small"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
        {me && (
          <>
            {isTold(me) && <Notices />}
            <span className="who">
              {me.name}
              <small>{say(roleWords[me.role])}</small>
            </span>
            <Button type="text" size="small" onClick={() => void signOut()}>
              {say('退出', 'Sign out')}
            </Button>
          </>
        )}
      </div>
    </header>
  )
}
