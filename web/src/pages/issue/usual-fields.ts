import type { Word } from '../../words/language-of.ts'

/** What is said with a step: where it may be left out, and where not. */
export const text = { name: 'text', kind: 'long', zh: '说明', en: 'Words' } as const
export const said = { ...text, required: true } as const

/** The words of a choice without one that is not chosen by hand. */
export const without = <T extends Record<string, Word>>(words: T, key: keyof T) =>
  Object.fromEntries(Object.entries(words).filter(([name]) => name !== key))

/** The words of a choice between two. */
export const yesNo = (yesZh: string, yesEn: string, noZh: string, noEn: string) => ({
  true: { zh: yesZh, en: yesEn },
  false: { zh: noZh, en: noEn },
})
