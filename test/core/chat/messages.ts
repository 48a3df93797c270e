import type { Draft } from '../../../core/chat/draft.ts'

/** Firms that the office knows, two of which are called alike for short. */
export const known = [
  { uscc: '91511099MA6100017L', name: '内江甜城启明电子有限公司', park: '白马园区' },
  { uscc: '91511099MA6100025F', name: '内江高桥联创新材料有限公司', park: '白马园区' },
  { uscc: '91511099MA6100033A', name: '内江清流众合汽车零部件有限公司' },
  { uscc: '91511099MA6000016Y', name: '内江鸿达机械制造有限公司' },
  { uscc: '91511099MA6000024R', name: '内江鸿达食品有限公司' },
  { uscc: '91511099MA6000032L', name: '四川川味坊调味品股份有限公司' },
]

type Read = Pick<Draft, 'category' | 'urgency' | 'need' | 'contact'> & {
  firm: string
  /** Fields that are honestly left empty. */
  empty: string
  cautions?: string
}
const nothing = { need: {}, contact: {}, firm: '', empty: '' }

/** Messages as people write them into groups, of twenty different kinds, and all that may be read from each. */
export const messages: readonly (readonly [kind: string, message: string, read: Read])[] = [
  [
    'forwarded with its head, with amount, term and contact',
    '张队 2026/11/20 09:12\n启明电子想贷款200万，期限一年，主要是流动资金紧张，联系人赵总 13800001000',
    {
      ...nothing,
      firm: '启明',
      category: 'financing',
      need: { amountYuan: 2_000_000, termMonths: 12 },
      contact: { name: '赵总', phone: '13800001000' },
    },
  ],
  [
    'to all, urgent, with a little picture',
    '@所有人 联创新材料急需招15个普工，最好月底前到岗[抱拳]',
    {
      ...nothing,
      firm: '联创',
      category: 'hiring',
      urgency: 'urgent',
      need: { headcount: 15, post: '普工' },
    },
  ],
  [
    'a tax credit with the accountant to call',
    '清流众合：留抵税额86万，想问什么时候能退，王会计13912345678',
    {
      ...nothing,
      firm: '众合',
      category: 'taxRefund',
      need: { creditYuan: 860_000 },
      contact: { name: '王会计', phone: '13912345678' },
    },
  ],
  [
    'about the place, with a span that is no term',
    '甜城启明门口路灯坏了半个月了，晚上下班不安全',
    { ...nothing, firm: '启明', category: 'other' },
  ],
  [
    'with a credit code instead of a name',
    '91511099MA6100025F 问高新技术企业奖补政策怎么申报',
    { ...nothing, firm: '联创', category: 'policy' },
  ],
  [
    'a short name that two firms share, and two posts',
    '鸿达要招10个焊工、5个电工',
    {
      ...nothing,
      category: 'hiring',
      need: { headcount: 15, post: '焊工、电工' },
      empty: 'firm',
      cautions: 'headcount',
    },
  ],
  [
    'a range, of which the lower end counts',
    '鸿达食品想借300-500万周转半年',
    {
      ...nothing,
      firm: '鸿达食品',
      category: 'financing',
      need: { amountYuan: 3_000_000, termMonths: 6 },
      cautions: 'amountYuan',
    },
  ],
  [
    'with those who are there, those who left, and a wage',
    '川味坊反映：目前有80人，流失了20人，想招几个包装工，工资4500元一个月',
    { ...nothing, firm: '川味坊', category: 'hiring', need: { post: '包装工' }, empty: 'headcount' },
  ],
  [
    'with an output that is no need, and w for 万',
    '启明电子去年产值3000万，现在银行要压贷，想续贷150w，不急',
    { ...nothing, firm: '启明', category: 'financing', need: { amountYuan: 1_500_000 }, empty: 'termMonths' },
  ],
  [
    'a standstill',
    '众合汽车零部件说停电停了两次，已经停产半天，很着急',
    { ...nothing, firm: '众合', category: 'other', urgency: 'urgent' },
  ],
  ['nothing is wrong', '今天走访一切正常，企业没有诉求', { ...nothing, empty: 'firm category' }],
  [
    'no firm, and two numbers to call',
    '贷款的事什么时候有消息？电话13700000001或者13700000002',
    { ...nothing, category: 'financing', empty: 'firm amountYuan termMonths contactPhone' },
  ],
  [
    'two things in one',
    '联创新材料：1.贷款500万 2.招工20人',
    { ...nothing, firm: '联创', empty: 'category' },
  ],
  [
    'two sums',
    '启明电子贷款，先要两百万，后面还要三百万',
    { ...nothing, firm: '启明', category: 'financing', empty: 'amountYuan termMonths' },
  ],
  [
    'a firm that is not known',
    '内江某某精密有限公司想了解园保贷利率',
    { ...nothing, category: 'financing', empty: 'firm amountYuan termMonths' },
  ],
  [
    'people without a plain number, and a span that is no term',
    '川味坊李经理说，三十来人的缺口，主要是包装工，3个月内招齐就行',
    { ...nothing, firm: '川味坊', category: 'hiring', need: { post: '包装工' }, empty: 'headcount' },
  ],
  [
    'Chinese numerals and no punctuation',
    '高桥联创 出口退税 进项留抵一百二十万 等米下锅',
    { ...nothing, firm: '联创', category: 'taxRefund', urgency: 'urgent', need: { creditYuan: 1_200_000 } },
  ],
  [
    'a trade that is no name',
    '汽车零部件企业想要技改补贴',
    { ...nothing, category: 'policy', empty: 'firm' },
  ],
  [
    'a year that is no term',
    '启明电子，打算贷款五十万元，用3年，抵押物是设备，另外2026年底前要还清',
    {
      ...nothing,
      firm: '启明',
      category: 'financing',
      need: { amountYuan: 500_000, termMonths: 36 },
    },
  ],
  [
    'the number after the post, and a landline',
    '你好，我是众合的，我们厂想招会计2名，联系电话0832-2026123',
    {
      ...nothing,
      firm: '众合',
      category: 'hiring',
      need: { headcount: 2, post: '会计' },
      contact: { phone: '08322026123' },
    },
  ],
]
