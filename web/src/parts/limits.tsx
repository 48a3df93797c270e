import { limitWords, type UnlawfulLimit } from '../../../core/hiring/fair-wording.ts'
import { useSay } from '../words/language.tsx'

/** Limits that the law forbids, as they were found in what was typed; they are pointed out and stop nobody. */
export const Limits = ({ found }: { found: readonly UnlawfulLimit[] }) => {
  const say = useSay()
  return found.map((limit) => (
    <p key={limit.pointer + limit.found} className="fault" role="note">
      {say(limitWords(limit))}
    </p>
  ))
}
