import { closureTypeWords, confirmationWords, satisfactionWords, stageWords } from '../../../../core/words.ts'
import type { Word } from '../../words/language-of.ts'

const groups: Readonly<Record<string, { word: Word; words: Readonly<Record<string, Word>> }>> = {
  stage: { word: { zh: '阶段', en: 'at' }, words: stageWords },
  closure: { word: { zh: '办结', en: 'closure' }, words: closureTypeWords },
  confirmed: { word: { zh: '确认', en: 'confirmation' }, words: confirmationWords },
  satisfaction: { word: { zh: '评价', en: 'rating' }, words: satisfactionWords },
}

const single: Readonly<Record<string, Word>> = {
  logged: { zh: '登记', en: 'logged' },
  open: { zh: '未结', en: 'open' },
  closed: { zh: '办结', en: 'closed' },
  declined: stageWords.declined,
  withdrawn: stageWords.withdrawn,
  merged: stageWords.merged,
  history: { zh: '历史件', en: 'history' },
  verified: { zh: '已核验', en: 'verified' },
  verifiedNotSeen: { zh: '核验未见结果', en: 'looked for and not seen' },
}

/** The order in which people read: what came in, where it stands, how it ended. */
const order = [
  ...Object.keys(single),
  ...Object.entries(groups).flatMap(([group, { words }]) =>
    Object.keys(words).map((key) => `${group}.${key}`),
  ),
]
const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)

export const inOrder = (names: string[]): string[] =>
  names.toSorted((one, other) => place(one) - place(other) || one.localeCompare(other))

/** A figure's name in words: `closure.solved` is 办结 · 已解决. A name without words stands for itself. */
export const figureWord = (name: string): Word => {
  const [group, key] = name.split('.')
  const found = group ? groups[group] : undefined
  const word = found && key ? found.words[key] : undefined
  if (found && word) return { zh: `${found.word.zh} · ${word.zh}`, en: `${found.word.en}: ${word.en}` }
  return single[name] ?? { zh: name, en: name }
}
