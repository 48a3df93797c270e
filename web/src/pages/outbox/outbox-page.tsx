import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMe } from '../../app/use-me.ts'
import type { Parcel } from '../../outbox/parcel.ts'
import { drafts, removeParcel, sendAgain, sendWaiting } from '../../outbox/portal-outbox.ts'
import { useParcels } from '../../outbox/use-outbox.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

const Item = ({ parcel }: { parcel: Parcel }) => {
  const say = useSay()
  const navigate = useNavigate()
  const [sure, setSure] = useState(false)
  const parked = parcel.state === 'parked'
  const [blocked, setBlocked] = useState(false)
  const edit = async () => {
    // Another draft in the form must not be written over.
    if (await drafts.read(`visit:${parcel.owner}`)) return setBlocked(true)
    await drafts.save(`visit:${parcel.owner}`, parcel.draft)
    await removeParcel(parcel.id)
    await navigate({ to: '/log' })
  }
  return (
    <li className="card">
      <h2>{parcel.title}</h2>
      <p className="hint">
        {say(`保存于 ${dateTime(parcel.savedAt)}`, `Saved ${dateTime(parcel.savedAt)}`)} ·{' '}
        <b>{parked ? say('未被接收，请更正', 'refused: please correct it') : say('等待发送', 'waiting')}</b>
        {parcel.attempts > 0 && say(` · 已试 ${parcel.attempts} 次`, ` · tried ${parcel.attempts} times`)}
      </p>
      <FailureBox failure={parcel.failure} />
      {blocked && (
        <p className="fault" role="alert">
          {say(
            '登记页还有一份没有发出的草稿，请先发出或清空它。',
            'The log page holds another draft; send or clear that one first.',
          )}
        </p>
      )}
      <div className="buttons">
        {parked && (
          <>
            <Button type="primary" onClick={() => void edit()}>
              {say('打开更正', 'Open and correct')}
            </Button>
            <Button onClick={() => void sendAgain(parcel)}>{say('原样再发', 'Send as it is')}</Button>
          </>
        )}
        {sure ? (
          <Button danger onClick={() => void removeParcel(parcel.id)}>
            {say('确定删除，不再发送', 'Yes, delete it')}
          </Button>
        ) : (
          <Button onClick={() => setSure(true)}>{say('删除', 'Delete')}</Button>
        )}
      </div>
    </li>
  )
}

/** What was saved and has not arrived: in the order in which it will be sent. */
export const OutboxPage = () => {
  const say = useSay()
  const me = useMe()
  const parcels = useParcels(me?.id ?? '')
  const waiting = parcels.some((parcel) => parcel.state === 'waiting')
  return (
    <section>
      <h1>{say('待发箱', 'Outbox')}</h1>
      {parcels.length === 0 && (
        <p>{say('都已发出，这里是空的。', 'All has been sent; nothing is left here.')}</p>
      )}
      {waiting && me && (
        <Button onClick={() => void sendWaiting(me.id)}>{say('现在发送', 'Send now')}</Button>
      )}
      <ol className="parcels">
        {parcels.map((parcel) => (
          <Item key={parcel.id} parcel={parcel} />
        ))}
      </ol>
    </section>
  )
}
