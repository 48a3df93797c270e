import { readAmount } from '../amount.ts'
import { readCount, readMonths } from '../quantity.ts'
import { plainNumbers } from '../written-number.ts'

/** A value that was picked out, or why it was left to the person. */
export type Picked<T> = { value: T; caution?: string } | { unsure: string } | undefined

const plain = (text: string) =>
  plainNumbers(
    text
      .replace(/(\d)\s*[wW](?![a-zA-Z])/g, '$1万')
      .replace(/([一二三四五六七八九十百千两\d])来万/g, '$1万')
      .replace(/块钱?/g, '元'),
  )

const SUM = String.raw`\d+(?:\.\d+)?(?:[万亿]元?|元)`
const AMOUNT = new RegExp(String.raw`(\d+(?:\.\d+)?(?:[万亿]元?|元)?(?:-|~|—|至|到))?(${SUM})`, 'g')
/** Sums that are said of the firm, its wages or its prices are not what it asks for. */
const OTHER_SUM =
  /产值|营收|营业额|营业收入|销售额|销售|产能|利润|注册资本|投资|工资|月薪|底薪|薪资|社保|订单|应收|货款|欠|已有|已经贷|还有贷款|存量|单价|房租|租金|奖励|补贴|补助|罚款/
const PER = /^(?:元)?(?:\/|每|一个)?(?:月|人|吨|平|件|天|小时)/

type Found = { text: string; before: string }

const sumsIn = (text: string): Found[] =>
  [...plain(text).matchAll(AMOUNT)].flatMap((match) => {
    const whole = plain(text)
    const sentence =
      whole
        .slice(0, match.index)
        .split(/[，。；;,!！?？\n]/)
        .at(-1) ?? ''
    const after = whole.slice(match.index + match[0].length)
    if (PER.test(after)) return []
    return [{ text: match[0], before: sentence.slice(-10) }]
  })

const CREDIT = /留抵|进项|退税|待退|抵扣/

const amountOf = (found: readonly Found[], what: string): Picked<number> => {
  const texts = [...new Set(found.map((one) => one.text))]
  const [only, ...more] = texts
  if (only === undefined) return undefined
  if (more.length > 0) return { unsure: `${what}写了几个数（${texts.join('、')}），请核对后填写` }
  const read = readAmount(only)
  // Nobody asks for nothing.
  if (!read || ('value' in read && read.value < 1)) return undefined
  return 'fault' in read ? { unsure: `${what}“${only}”没有读懂：${read.fault}` } : read
}

/** The sum that is asked for, in whole yuan. Of a range the lower end, with a caution. */
export const findAmount = (text: string): Picked<number> =>
  amountOf(
    sumsIn(text).filter(({ before }) => !OTHER_SUM.test(before) && !CREDIT.test(before)),
    '金额',
  )

/** The VAT credit that is spoken of. */
export const findCredit = (text: string): Picked<number> =>
  amountOf(
    sumsIn(text).filter(({ before }) => !OTHER_SUM.test(before)),
    '税额',
  )

const SPAN = String.raw`(?:半年|\d+年\d+个?月|\d+个?月|\d+年半?)`
const TERM = new RegExp(
  String.raw`(?:期限|贷|借|周转|用个?|分|先|授信)[^，。；,;\n]{0,10}?(${SPAN})(?!前|以前|来|底|初|年)|(${SPAN})(?:期|左右的?期限|还清|还款|周转)`,
  'g',
)

/** For how long money is asked for, in months. */
export const findTerm = (text: string): Picked<number> => {
  const found = [
    ...new Set([...plain(text).matchAll(TERM)].map((match) => match[1] ?? match[2] ?? '')),
  ].filter((span) => !/^(?:19|20)\d\d年/.test(span))
  const [only, ...more] = found
  if (only === undefined) return undefined
  if (more.length > 0) return { unsure: `期限写了几个（${found.join('、')}），请核对后填写` }
  const read = readMonths(only)
  if (!read) return undefined
  return 'fault' in read ? { unsure: `期限“${only}”没有读懂` } : read
}

const POST = String.raw`(?:(?![招缺要想是个名位的])[\u4e00-\u9fa5]){0,4}?(?:普工|技工|焊工|车工|电工|钳工|铣工|叉工|质检员?|操作工|操作员|包装工|缝纫工|搬运工|学徒工?|叉车司机|司机|销售|会计|工程师|技术员|保安|厨师|文员|店员|服务员|员工|工人|师傅)`
const PEOPLE = new RegExp(
  String.raw`(\d+)(?:(?:-|~|到|至)(\d+))?(?:个|名|位)?(?:左右)?(?:的)?(?:(${POST})|人(?!次|民|均|员?工资))`,
  'g',
)
/** `会计2名` is `2名会计`. */
const AFTER = new RegExp(String.raw`(${POST})(\d+)(?:个|名|位|人)`, 'g')
/** Those who are there, or have gone, are not those who are wanted. */
const NOT_WANTED = /现有|目前有|在岗|共有|总共|一共有|在册|走了|流失|离职|裁|厂里有|规模|超过/

export type PeoplePicked = { headcount: Picked<number>; post?: string }

/** How many people are wanted, and for what; several posts are added up, which a caution says. */
export const findPeople = (text: string): PeoplePicked => {
  const whole = plain(text).replace(AFTER, '$2名$1')
  const found = [...whole.matchAll(PEOPLE)].filter((match) => {
    const sentence =
      whole
        .slice(0, match.index)
        .split(/[，。；;,!！?？\n]/)
        .at(-1) ?? ''
    return !NOT_WANTED.test(sentence.slice(-8))
  })
  const posts = [...new Set(found.flatMap((match) => match[3]?.replace(/^的/, '') ?? []))].filter(
    (post) => !/^(?:员工|工人|师傅)$/.test(post),
  )
  const post =
    posts.join('、') || new RegExp(`(?:招|缺|主要是|需要)(?:几个|些|一批|点)?(${POST})`).exec(whole)?.[1]
  const shown = post && !/^(?:员工|工人|师傅)$/.test(post) ? post.slice(0, 60) : undefined
  const withPost = { ...(shown && { post: shown }) }
  if (found.length === 0) return { headcount: undefined, ...withPost }
  const counts = found.map((match) => readCount(match[2] ? `${match[1]}-${match[2]}人` : `${match[1]}人`))
  const values = counts.flatMap((read) => (read && 'value' in read ? [read] : []))
  const [only] = values
  if (!only || values.length < counts.length)
    return { headcount: { unsure: '人数没有读懂，请填写' }, ...withPost }
  if (values.length === 1) return { headcount: only, ...withPost }
  // Two numbers of which one names no post may be the same people said twice.
  if (found.some((match) => !match[3])) {
    return {
      headcount: { unsure: `人数写了几个（${found.map((match) => match[0]).join('、')}），请核对后填写` },
      ...withPost,
    }
  }
  const value = values.reduce((sum, one) => sum + one.value, 0)
  const sum = readCount(value)
  if (!sum || 'fault' in sum) return { headcount: { unsure: '人数没有读懂，请填写' }, ...withPost }
  return { headcount: { value, caution: `${values.length}个岗位合计` }, ...withPost }
}
