import { useQuery } from '@tanstack/react-query'
import { firmEventWords } from '../../../../core/firm/events.ts'
import { firmEventsQuery } from '../../api/firm-queries.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

/** Who changed what of the record. */
export const FirmHistory = ({ uscc }: { uscc: string }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const { data } = useQuery(firmEventsQuery(uscc))
  return (
    <details className="more">
      <summary>{say('信息变更经过', 'History of the record')}</summary>
      <ol className="timeline">
        {data?.items.toReversed().map((event) => (
          <li key={event.seq}>
            <time dateTime={event.at}>{dateTime(event.at)}</time> {say(firmEventWords[event.type])} ·{' '}
            {event.byName ?? nameOf(event.by)} {event.text}
          </li>
        ))}
      </ol>
    </details>
  )
}
