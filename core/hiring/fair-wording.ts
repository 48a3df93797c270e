import type { PostFacts } from '../issue/hiring.ts'

/** A limit that a post may not set, as it was found in somebody's words, and the law that forbids it. */
export type UnlawfulLimit = {
  readonly pointer: string
  readonly found: string
  readonly about: { readonly zh: string; readonly en: string }
  readonly law: string
}

const employment = '《就业促进法》'
const women = '《妇女权益保障法》'
const sex = { zh: '性别', en: 'sex' }
const family = { zh: '婚姻、生育', en: 'marriage and children' }

/**
 * Written narrowly: 男女不限 and 夫妻房 set no limit, a limit that is missed stands in the posting for all to see, and
 * a warning stops nobody.
 */
const rules: readonly { pattern: RegExp; about: UnlawfulLimit['about']; law: string }[] = [
  {
    pattern:
      /(?:仅限|只限|限|只招|仅招|招收?|只要|需要?|要求?|性别[：:为]?)[男女](?!女不限|士?均可|女均可)|[男女](?:性|士|生|工|员工)(?!女|均可|不限|健康|权益)|[男女](?:性|士|生|工)?优先|性别要求/,
    about: sex,
    law: `${employment}第二十七条、${women}第四十三条`,
  },
  {
    pattern:
      /[未已]婚|[未已]育|婚否|婚育|(?:不得|不准|暂不|两年内不)(?:结婚|怀孕|生育|生小孩)|孕妇|怀孕者?勿/,
    about: family,
    law: `${employment}第二十七条、${women}第四十三条`,
  },
  {
    pattern: /(?:限|只招|仅招|不招|不要)(?:汉族|[一-鿿]{1,3}族)|民族[：:]|宗教信仰|(?:不招|不要)信教/,
    about: { zh: '民族、宗教信仰', en: 'ethnic group or religion' },
    law: `${employment}第三条、第二十八条`,
  },
  {
    pattern: /残疾(?:人)?(?:勿|免|不)|(?:不招|不要)残疾/,
    about: { zh: '残疾', en: 'disability' },
    law: `${employment}第二十九条`,
  },
  {
    pattern: /乙肝|(?:不招|不要|无)(?:病毒|病原)携带/,
    about: { zh: '传染病病原携带', en: 'carrying a disease' },
    law: `${employment}第三十条`,
  },
  {
    pattern: /(?:限|只招|仅招|不招|不要)(?:农村|城镇|本地|外地|农民工|城镇户口|农村户口)/,
    about: { zh: '户籍', en: 'where somebody is registered' },
    law: `${employment}第三十一条`,
  },
]

/** Limits in one text. */
export const unlawfulLimitsIn = (text: string, pointer = '/text'): UnlawfulLimit[] =>
  rules.flatMap(({ pattern, about, law }) => {
    const found = pattern.exec(text.replace(/\s/g, ''))?.[0]
    return found ? [{ pointer, found, about, law }] : []
  })

const typed = ['title', 'experience', 'certificate', 'place'] as const

/** Limits in whatever was typed of a post; `at` is where the post stands in the request. */
export const unlawfulLimitsOf = (post: Partial<PostFacts>, at = ''): UnlawfulLimit[] =>
  typed.flatMap((field) => unlawfulLimitsIn(post[field] ?? '', `${at}/${field}`))

/** What is said of a limit, to whoever typed it. */
export const limitWords = ({ found, about, law }: Pick<UnlawfulLimit, 'found' | 'about' | 'law'>) => ({
  zh: `“${found}”涉及${about.zh}限制，招用人员不得设置（${law}），请与企业核对后更改；国家另有规定的除外。`,
  en: `“${found}” limits by ${about.en}, which the law forbids (${law}) unless the state provides otherwise; check with the firm and change it.`,
})
