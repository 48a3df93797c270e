import { Link, type LinkProps } from '@tanstack/react-router'
import { useSay } from '../words/language.tsx'
import type { Word } from '../words/language-of.ts'

/** Where a page belongs, above its title. */
export const BackLink = ({ to, word }: { to: LinkProps['to']; word: Word }) => {
  const say = useSay()
  return (
    <p>
      <Link to={to}>← {say(word)}</Link>
    </p>
  )
}
