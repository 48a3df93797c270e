import { checkUscc } from '../uscc.ts'

export type KnownFirm = { uscc: string; name: string; park?: string | undefined }
export type FirmFound =
  | { firm: KnownFirm; candidates: readonly KnownFirm[] }
  | { firm?: never; candidates: readonly KnownFirm[] }

const PLACE = /^(?:四川省?|内江市?|成都市?|威远县?|资中县?|隆昌市?|东兴区?|市中区|高新区)+/
const FORM = /(?:\(.*?\)|股份|有限责任|有限|集团|公司|总厂|厂|合作社|经营部|工作室|中心|商行|门市部|分公司)+$/
/** Words of trades stand in many names: alone they name no firm. */
const TRADE =
  /电子|科技|材料|新材料|机械|制造|汽车|零部件|配件|食品|医药|制药|生物|环保|能源|新能源|物流|贸易|商贸|建材|建筑|工程|装备|智能|信息|技术|软件|网络|化工|包装|印刷|纺织|服饰|家具|塑料|橡胶|五金|模具|机电|电气|电器|农业|种业|饲料|实业|发展|服务|咨询|文化|传媒|餐饮|酒店|公司|企业|园区|工厂|产业/g

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** The part of a name by which people call a firm: without place and legal form. */
export const shortName = (name: string): string => {
  const short = plain(name).replace(PLACE, '').replace(FORM, '')
  return short.length >= 2 ? short : plain(name)
}

/** For each character of the name whether it belongs to a word of a trade. */
const ofTrade = (short: string): boolean[] => {
  const marks = Array.from(short, () => false)
  for (const { index, 0: word } of short.matchAll(TRADE)) marks.fill(true, index, index + word.length)
  return marks
}

/** The longest piece of the short name that stands in the text, two of its characters being no trade's. */
const likeness = (short: string, text: string): number => {
  const trade = ofTrade(short)
  for (let length = short.length; length >= 2; length--) {
    for (let start = 0; start + length <= short.length; start++) {
      const piece = short.slice(start, start + length)
      const own = trade.slice(start, start + length).filter((mark) => !mark).length
      if (own >= 2 && text.includes(piece)) return length
    }
  }
  return 0
}

/** How many firms are offered where the text does not tell them apart. */
const mostCandidates = 5

/**
 * The firm that a message speaks of, among those known: by its code, its name, or a piece of its name that no other
 * firm shares as long a piece of. Where two are as likely, none is taken and both are offered.
 */
export const findFirm = (text: string, known: readonly KnownFirm[]): FirmFound => {
  const whole = plain(text)
  const code = /[0-9A-HJ-NPQRTUWXY]{18}/.exec(whole.toUpperCase())?.[0]
  const byCode = code && checkUscc(code).ok ? known.find((firm) => firm.uscc === code) : undefined
  if (byCode) return { firm: byCode, candidates: [] }
  const scored = known
    .map((firm) => ({
      firm,
      score: whole.includes(plain(firm.name)) ? 100 : likeness(shortName(firm.name), whole),
    }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score || a.firm.uscc.localeCompare(b.firm.uscc))
  const [first, second] = scored
  const candidates = scored.slice(0, mostCandidates).map(({ firm }) => firm)
  if (first && first.score > (second?.score ?? 0)) return { firm: first.firm, candidates: [] }
  return { candidates }
}

/** Pairs of characters that stand in so many names and messages that they find nothing. */
const COMMON =
  /有限|限公|公司|责任|限责|内江|四川|企业|我们|他们|这个|那个|需要|现在|目前|贷款|资金|政策|补贴|退税|留抵|招聘|招工|员工|工人|希望|能不|不能|可以|问题|反映|领导|帮忙|联系|电话|时间|一下|一个|今天|昨天|明天|尽快|解决/

/**
 * The pairs of characters under which known firms are looked up for a message, at most so many, the first first:
 * whoever writes of a firm usually begins with it.
 */
export const pairsToLookUp = (text: string, most = 40): string[] => {
  const pairs = new Set<string>()
  for (const run of plain(text).match(/[\u4e00-\u9fa5A-Za-z]{2,}/g) ?? []) {
    const letters = [...run]
    for (let at = 0; at + 1 < letters.length; at++) {
      const two = `${letters[at]}${letters[at + 1]}`
      if (!COMMON.test(two)) pairs.add(two)
      if (pairs.size >= most) return [...pairs]
    }
  }
  return [...pairs]
}
