import { helpWords } from '../../../../core/hiring/hiring-words.ts'
import { eventWords } from '../../../../core/issue/event-words.ts'
import type { EventType } from '../../../../core/issue/events.ts'
import { taxRefundAnswerWords } from '../../../../core/tax-refund/answer-words.ts'
import { refundStepWords, saidByWords } from '../../../../core/tax-refund/progress-words.ts'
import {
  clockWords,
  closureTypeWords,
  confirmationWords,
  confirmedViaWords,
  contactChannelWords,
  declineGroundWords,
  pauseReasonWords,
  returnReasonWords,
  satisfactionWords,
  verificationWords,
} from '../../../../core/words.ts'
import type { EventView } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import type { Say, Word } from '../../words/language-of.ts'
import { dateOf, dateTime } from '../../words/time.ts'

const tables: Record<string, Readonly<Record<string, Word>>> = {
  closure: closureTypeWords,
  result: confirmationWords,
  via: confirmedViaWords,
  channel: contactChannelWords,
  ground: declineGroundWords,
  reason: { ...returnReasonWords, ...pauseReasonWords },
  satisfaction: satisfactionWords,
  what: verificationWords,
  clock: clockWords,
  step: refundStepWords,
  saidBy: saidByWords,
  kind: helpWords,
  verdict: taxRefundAnswerWords,
}

const decided: Record<string, readonly [Word, Word]> = {
  granted: [
    { zh: '同意', en: 'granted' },
    { zh: '不同意', en: 'not granted' },
  ],
  ruleChanged: [
    { zh: '推动了制度改变', en: 'a rule changed' },
    { zh: '没有改变制度', en: 'no rule changed' },
  ],
  opened: [
    { zh: '督办', en: 'supervised' },
    { zh: '不督办', en: 'not supervised' },
  ],
}
const days: Record<string, Word> = {
  nextReply: { zh: '下次答复', en: 'next reply' },
  until: { zh: '延至', en: 'until' },
  close: { zh: '办结期限', en: 'to be closed by' },
  resumeAt: { zh: '恢复日期', en: 'resumes' },
  due: { zh: '期限', en: 'due' },
}

/** The facts of an event that people ask about, in words. */
const details = (fact: Record<string, unknown>, say: Say, nameOf: (id: string) => string): string[] =>
  Object.entries(fact).flatMap(([name, value]) => {
    const word = typeof value === 'string' ? tables[name]?.[value] : undefined
    if (word) return [say(word)]
    if (name === 'department' || name === 'suggestion') return [nameOf(String(value))]
    const judged = decided[name]
    if (judged && typeof value === 'boolean') return [say(judged[value ? 0 : 1])]
    const day = days[name]
    if (day && typeof value === 'string') return [`${say(day)} ${dateOf(value)}`]
    if (['into', 'parent', 'child'].includes(name)) return [String(value)]
    // Another issue, or a person.
    if (name === 'from' || name === 'to') return [nameOf(String(value))]
    return []
  })

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
              {details(event.fact, say, nameOf).map((detail) => (
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
