export type Language = 'zh' | 'en'
export type Word = { readonly zh: string; readonly en: string }
/** `say(word)` for a word of the field, `say('中文', 'English')` for a sentence of a page. */
export type Say = { (word: Word): string; (zh: string, en: string): string }

export const sayIn =
  (language: Language): Say =>
  (first: Word | string, en?: string) => {
    if (typeof first !== 'string') return first[language]
    return language === 'zh' ? first : (en ?? first)
  }
