import type { Category, Urgency, VisitKind } from '../words.ts'

/** Words that offices put in the category column; a word that is whole here is not searched for parts. */
const categoryOfWord: Readonly<Record<Category, readonly string[]>> = {
  hiring: ['用工', '招聘', '人才', '招工', '用人', '就业', '人力', '人力资源', '缺工', '稳岗', 'hiring'],
  financing: ['融资', '贷款', '资金', '信贷', '金融', '续贷', 'financing'],
  taxRefund: ['退税', '税务', '税收', '税费', '留抵', '财税', 'taxrefund'],
  policy: ['政策', '惠企', '补贴', '奖补', '补助', '人才政策', '税收政策', '金融政策', '用工政策', 'policy'],
  other: ['其他', '其它', '综合', 'other'],
}
const categories = Object.keys(categoryOfWord) as Category[]

/** The category that the words name, alone; undefined where they name none or several. */
export const readCategory = (written: string): Category | undefined => {
  const plain = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\d]/gu, '')
  const bare = plain.replace(/(?:方面|领域|事项)?(?:的?(?:诉求|需求|问题|困难))?[类型]?$/u, '')
  const whole = categories.filter((category) =>
    categoryOfWord[category].some((word) => word === plain || word === bare),
  )
  if (whole.length === 1) return whole[0]
  const named = categories.filter((category) => categoryOfWord[category].some((word) => plain.includes(word)))
  return named.length === 1 ? named[0] : undefined
}

const plainWord = (written: string): string => written.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const YES = /^(?:是|有|√|✓|✔|☑|✅|y|yes|true|1)$/u

/** 紧急, 特急, 加急 and their like, or a plain yes under 是否紧急; everything else is ordinary. */
export const readUrgency = (written: string): Urgency => {
  const word = plainWord(written)
  return YES.test(word) || word === '高' || (word.includes('急') && !/[不否无]|非(?!常)/.test(word))
    ? 'urgent'
    : 'ordinary'
}

const CLOSED =
  /^(?:已经?)?(?:全部)?(?:办结|办毕|完成|解决|销号|结案|办理完毕|完结|处理完毕|落实)(?:[。,，;；(（、].*)?$/su
const OPEN = /[未否×✗✘不]|正在|办理中|在办|推进|进行|待|处理中|跟进|^(?:n|no|false|0)$/u

/** Whether the row says that the issue was closed; `unclear` for words that say neither. */
export const readClosed = (written: string): boolean | 'unclear' | undefined => {
  const word = plainWord(written)
  if (word === '' || /^[-/\\—]+$/.test(word)) return undefined
  if (YES.test(word) || word === '已' || word === '100%' || CLOSED.test(word)) return true
  return OPEN.test(word) ? false : 'unclear'
}

const KINDS: readonly (readonly [RegExp, VisitKind])[] = [
  [/热线|12345|电话|来电|专线/, 'hotline'],
  [/自报|自主|自行|企业上报|来信|来访|线上|平台|小程序|扫码|网络/, 'self'],
  [/走访|上门|调研|入企|下沉|包联|日常/, 'visit'],
  [/会|论坛|沙龙|活动|早餐|接待日/, 'forum'],
]

/** Where the issue was heard, by the words of the column; what names none of them was a visit. */
export const readKind = (written: string): VisitKind =>
  KINDS.find(([pattern]) => pattern.test(written.normalize('NFKC')))?.[1] ?? 'visit'
