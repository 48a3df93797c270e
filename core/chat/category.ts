import type { Category, Urgency } from '../words.ts'

/** Words that name the thing itself count twice; those that go with it count once. */
const strong: Readonly<Record<Exclude<Category, 'other'>, RegExp>> = {
  hiring:
    /招工|招聘|招人|缺人|缺工|用工|招不到|[招缺][^，。；\n]{0,8}?(?:普工|技工|[焊车电钳铣叉]工|包装工|操作[工员]|会计|\d+(?:个|名|人))|缺.{0,8}(?:工人|普工|技工|[焊车电钳铣操]工|员工|师傅)/g,
  financing:
    /借[^，。；\n]{0,4}?[\d一二三四五六七八九十百两]|贷款|融资|授信|续贷|过桥|抵押|信贷|园保贷|科创贷/g,
  taxRefund: /退税|留抵/g,
  policy: /政策|补贴|补助|奖补|申报.{0,8}(?:条件|指南|高新|专精特新)|认定/g,
}
const weak: Readonly<Record<Exclude<Category, 'other'>, RegExp>> = {
  hiring: /普工|技工|焊工|操作工|人手|到岗|工资|流失/g,
  financing: /资金|周转|银行|利率|借款|担保|流动资金/g,
  taxRefund: /进项|增值税|税务/g,
  policy: /优惠|奖励|资质|条件|文件/g,
}
/** What concerns the place itself is nobody's of the four. */
const PLACE =
  /路灯|停电|限电|电压|断电|停水|供水|水压|燃气|排水|积水|道路|路面|公交|班车|停车|噪音|异味|食堂|网络信号|垃圾/

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

export type CategoryFound = { category?: Category; between?: readonly Category[] }

/** The category that the words speak for; where they speak for two, none, and both are named. */
export const findCategory = (text: string): CategoryFound => {
  const scores = (Object.keys(strong) as (keyof typeof strong)[])
    .map((category) => ({
      category,
      score: 2 * count(text, strong[category]) + count(text, weak[category]),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [first, second] = scores
  if (!first) return PLACE.test(text) ? { category: 'other' } : {}
  if (first.score === 1 && PLACE.test(text)) return { category: 'other' }
  if (second && second.score * 2 > first.score) return { between: [first.category, second.category] }
  // One word that goes with it is a hint, not a statement.
  return first.score >= 2 ? { category: first.category } : {}
}

const NOT_URGENT = /不(?:太|是很|是特别)?(?:着?急|紧急)|不用急/g
const URGENT = /紧急|加急|着急|急需|很急|特急|急用|急死|等米下锅|停产|停工|火烧眉毛|马上要|务必尽快|十万火急/

export const findUrgency = (text: string): Urgency | undefined =>
  URGENT.test(text.replace(NOT_URGENT, '')) ? 'urgent' : undefined
