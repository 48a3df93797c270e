import { Link } from '@tanstack/react-router'
import { mayAdd, referenceKindWords } from '../../../../core/reference/administration.ts'
import { kindsOfReference } from '../../../../core/reference/records.ts'
import { useMe } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'

/** Where everything that is administered is found: a new kind of record stands here by itself. */
export const AdminPage = () => {
  const say = useSay()
  const me = useMe()
  const role = me?.role
  return (
    <section>
      <h1>{say('管理', 'Administration')}</h1>
      <ul className="columns-read">
        <li className="card">
          <Link to="/admin/calendar">{say('工作日历', 'Working calendar')}</Link>
        </li>
        {role === 'admin' && (
          <li className="card">
            <Link to="/admin/webhooks">{say('银行系统推送', "Messages to banks' systems")}</Link>
          </li>
        )}
        {role === 'dispatcher' && (
          <li className="card">
            <Link to="/handover">{say('移交在办件', 'Hand over work')}</Link>
          </li>
        )}
        {kindsOfReference.map((kind) => (
          <li key={kind} className="card">
            <Link to="/admin/$kind" params={{ kind }}>
              {say(referenceKindWords[kind] ?? { zh: kind, en: kind })}
            </Link>{' '}
            {role && !mayAdd(role, kind) && <small className="hint">{say('只读', 'read only')}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
