import { normaliseUscc } from './uscc.ts'

/**
 * The text by which two tellings of one problem are the same: width, case, spaces and punctuation do not
 * count. A point between digits does, for 1.5亿 is not 15亿.
 */
export const sameFactText = (content: string): string =>
  content
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\d)\.|\.(?!\d)|[\s\p{Z}\p{C}]|(?!\.)\p{P}/gu, '')

/** One string per same fact of one firm in one category; the store keeps its hash. */
export const naturalKeyText = (fact: { uscc: string; category: string; content: string }): string =>
  `${normaliseUscc(fact.uscc)}|${fact.category}|${sameFactText(fact.content)}`
