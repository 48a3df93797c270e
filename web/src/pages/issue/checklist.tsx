import { useSay } from '../../words/language.tsx'
import type { Word } from '../../words/language-of.ts'

/** `go` opens the form at the field that is missing; without it the reader may not fill it in, or nobody can. */
export type Lacking = Word & { go?: (() => void) | undefined }

/** What is missing before an issue may go on, as the refusal would say it. */
export const Checklist = ({ title, items }: { title: string; items: readonly Lacking[] }) => {
  const say = useSay()
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="lacking" aria-label={say('还缺什么', 'What is missing')}>
        {items.map(({ go, zh, en }) => (
          <li key={zh}>
            {go ? (
              <button type="button" className="link" onClick={go}>
                {say(zh, en)}
              </button>
            ) : (
              say(zh, en)
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
