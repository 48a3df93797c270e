import type { ReferralView } from '../../api/bank-queries.ts'
import { useSay } from '../../words/language.tsx'
import { onlyOutline, packetRows } from '../../words/packet.ts'

/** What the firm lets this bank know; without its authorisation there is nothing but the outline. */
export const Packet = ({ view }: { view: ReferralView }) => {
  const say = useSay()
  return (
    <section aria-label={say('推荐材料', 'Packet')}>
      <h2>{say('推荐材料', 'Packet')}</h2>
      {!view.authorised && <p className="hint">{say(onlyOutline)}</p>}
      <dl className="facts">
        {packetRows(view, say).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
