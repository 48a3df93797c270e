import { clockWords } from '../../../core/words.ts'
import { useSay } from '../words/language.tsx'
import { signalWords } from '../words/signals.ts'
import { dateTime, remaining } from '../words/time.ts'

type Signal = keyof typeof signalWords

/** Colour and words together: nobody has to tell red from green. */
export const SignalTag = ({
  signal,
  due,
  clock,
}: {
  signal: Signal | undefined
  due: string | undefined
  clock?: keyof typeof clockWords
}) => {
  const say = useSay()
  if (!due) return null
  return (
    <span className={`signal ${signal ?? 'none'}`} title={dateTime(due)}>
      {signal && <b>{say(signalWords[signal])}</b>}
      {clock && <span>{say(clockWords[clock])}</span>}
      <span>{remaining(due, say)}</span>
    </span>
  )
}
