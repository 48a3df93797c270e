import { eventDetails } from '../../../../core/issue/event-details.ts'
import { eventWords } from '../../../../core/issue/event-words.ts'
import type { EventType } from '../../../../core/issue/events.ts'
import type { EventView } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

const said = (event: EventView): string | undefined => {
  const { text, content } = event.words ?? {}
  return [text, content].find((one): one is string => typeof one === 'string')
}

export const Timeline = ({ events, title }: { events: EventView[]; title?: string }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const heading = title ?? say('办理经过', 'History')
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <ol className="timeline" reversed>
        {events.toReversed().map((event) => (
          <li key={event.seq} className={event.type === 'OverdueRecorded' ? 'bad' : undefined}>
            <p>
              <b>{say(eventWords[event.type as EventType] ?? { zh: event.type, en: event.type })}</b>
              {eventDetails(event.fact, { say, nameOf }).map((detail) => (
                <span key={detail}> · {detail}</span>
              ))}
            </p>
            {said(event) && <p className="said">{said(event)}</p>}
            <p className="hint">
              <time dateTime={event.at}>{dateTime(event.at)}</time> {event.byName ?? nameOf(event.by)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
