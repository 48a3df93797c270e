/** What a column can mean, and the headings under which offices write it; the first is ours. */
export const headingWords = {
  serial: ['序号', '编号', '序', '号', 'no', '项目序号'],
  firmName: [
    ...['企业名称', '单位名称', '公司名称', '企业', '单位', '公司', '企业全称', '单位全称', '公司全称'],
    ...['市场主体名称', '市场主体', '经营主体名称', '经营主体', '走访企业', '走访企业名称', '诉求企业'],
    ...[
      '诉求企业名称',
      '反映企业',
      '反映单位',
      '诉求单位',
      '提出企业',
      '商户名称',
      '企业单位名称',
      '纳税人名称',
    ],
  ],
  uscc: [
    ...['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '统一代码', '企业信用代码', '税号'],
    ...['企业税号', '纳税人识别号', '纳税识别号', '企业统一社会信用代码', '组织机构代码', 'uscc'],
  ],
  park: ['所在园区', '园区', '所属园区', '园区名称', '企业所在园区', '所在片区', '所属片区', '片区'],
  contactName: ['联系人', '企业联系人', '联系人姓名', '企业负责人', '联络人', '联系人员', '企业联络员'],
  phone: [
    ...['联系电话', '手机', '电话', '手机号', '手机号码', '联系方式', '电话号码', '联系号码', '联系手机'],
    ...[
      '联系人电话',
      '联系人手机',
      '联系人手机号',
      '联系人联系方式',
      '企业联系电话',
      '企业电话',
      '企业联系方式',
    ],
  ],
  category: [
    ...['诉求类别', '问题类别', '类型', '类别', '诉求类型', '问题类型', '诉求分类', '问题分类', '分类'],
    ...['事项类别', '事项类型', '需求类别', '需求类型', '困难类型', '困难类别', '所属类别'],
  ],
  content: [
    ...['诉求内容', '反映问题', '问题描述', '诉求', '问题', '诉求描述', '具体诉求', '企业诉求', '诉求事项'],
    ...['反映的问题', '反映诉求', '反映事项', '反映内容', '主要问题', '主要诉求', '存在问题', '存在的问题'],
    ...['存在困难', '存在的困难', '存在困难和问题', '存在的困难和问题', '困难问题', '困难和问题', '困难诉求'],
    ...['问题诉求', '问题及诉求', '具体问题', '问题内容', '诉求详情', '诉求问题', '诉求情况', '企业反映问题'],
    ...['企业反映的问题', '需求内容', '具体需求', '需要解决的问题', '需协调解决的问题', '困难描述'],
  ],
  urgency: ['紧急程度', '缓急程度', '轻重缓急', '紧急度', '是否紧急', '优先级', '缓急'],
  amount: [
    ...['资金需求', '融资金额', '融资需求', '贷款金额', '融资额度', '资金需求额', '资金需求量', '需求金额'],
    ...[
      '贷款需求',
      '融资需求金额',
      '贷款需求金额',
      '资金需求金额',
      '资金缺口',
      '贷款额度',
      '需求资金',
      '金额',
    ],
    ...['拟融资金额', '拟贷款金额', '融资需求额度', '申请贷款金额'],
  ],
  term: ['期限', '贷款期限', '融资期限', '用款期限', '资金期限', '资金使用期限', '需求期限'],
  credit: [
    ...['留抵税额', '期末留抵税额', '留抵税款', '留抵金额', '留抵退税额', '留抵额', '退税金额', '退税额'],
    ...['申请退税金额', '留抵退税金额', '应退税额', '增量留抵税额'],
  ],
  post: ['需求岗位', '岗位', '招聘岗位', '岗位名称', '缺工岗位', '用工岗位', '工种', '需求工种', '岗位需求'],
  headcount: [
    ...['需求人数', '人数', '招聘人数', '缺工人数', '用工人数', '岗位人数', '用工缺口', '缺口人数'],
    ...['用工需求', '用工需求人数', '需求数量', '缺工数'],
  ],
  on: [
    ...[
      '日期',
      '走访日期',
      '走访时间',
      '收集日期',
      '收集时间',
      '恳谈会日期',
      '恳谈会时间',
      '会议日期',
      '会议时间',
    ],
    ...['活动日期', '活动时间', '提出日期', '提出时间', '反映日期', '反映时间', '受理日期', '受理时间'],
    ...['登记日期', '登记时间', '诉求日期', '诉求时间', '诉求提出时间', '座谈时间', '座谈日期', '时间'],
  ],
  occasion: [
    ...['恳谈会', '活动', '会议', '活动名称', '会议名称', '恳谈会名称', '诉求来源', '问题来源', '来源'],
    ...['收集渠道', '来源渠道', '诉求渠道', '收集方式', '反映渠道', '走访形式', '走访方式', '场次'],
  ],
  team: [
    '工作队',
    '走访工作队',
    '服务队',
    '工作组',
    '包联工作队',
    '服务工作队',
    '队别',
    '工作队名称',
    '走访队',
  ],
  remark: ['备注', '备注说明', '说明', '其他说明', '附注'],
  department: [
    ...['责任单位', '承办单位', '责任部门', '承办部门', '牵头单位', '牵头部门', '主办单位', '主办部门'],
    ...[
      '办理单位',
      '办理部门',
      '牵头责任单位',
      '责任承办单位',
      '承办责任单位',
      '责任科室',
      '处理部门',
      '解决部门',
    ],
  ],
  progressText: [
    ...['办理情况', '办理进展', '进展情况', '办理结果', '办理进度', '落实情况', '处理情况', '解决情况'],
    ...[
      '处理结果',
      '办理进展情况',
      '工作进展',
      '推进情况',
      '答复情况',
      '答复内容',
      '办理措施',
      '解决措施',
      '进展',
    ],
  ],
  closed: [
    ...[
      '是否办结',
      '办结情况',
      '状态',
      '办理状态',
      '是否解决',
      '是否完成',
      '办结状态',
      '完成情况',
      '当前状态',
    ],
    ...['办件状态', '是否销号', '销号情况', '办结与否'],
  ],
  nextReply: ['下次答复', '下次答复日期', '下次答复时间', '下一次答复', '计划答复时间'],
  issueId: ['诉求编号', '诉求号', '系统编号'],
  version: ['版本', '诉求版本'],
  closedOn: ['办结时间', '办结日期', '完成时间', '完成日期', '解决时间', '解决日期', '销号时间', '销号日期'],
} as const satisfies Record<string, readonly string[]>

export type Meaning = keyof typeof headingWords

const meaningOf = new Map<string, Meaning>()
for (const meaning of Object.keys(headingWords) as Meaning[])
  for (const word of headingWords[meaning]) meaningOf.set(word, meaning)

export type Unit = '元' | '千元' | '万元' | '亿元' | '月' | '年'
export type Heading = { meaning: Meaning; unit?: Unit }

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/亿元?$/, '亿元'],
  [/万元?$/, '万元'],
  [/千元$/, '千元'],
  [/元$/, '元'],
  [/月$/, '月'],
  [/年$/, '年'],
]
/** The unit that a text ends on: `万元`, `单位：万元`. */
export const unitIn = (text: string): Unit | undefined => UNITS.find(([pattern]) => pattern.test(text))?.[1]

const BRACKETED = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕/g
const BARE_UNIT = /[\p{P}]?(亿元|万元|千元|元)$/u

/** `企业` before a heading says nothing, but 企业类型 and 企业人数 speak of the firm, not of its problem. */
const byWord = (text: string): Meaning | undefined => {
  const bare = text.replace(/[\p{P}\p{S}]/gu, '')
  const rest = bare.replace(/^(?:诉求企业|企业|单位)的?/, '')
  return meaningOf.get(bare) ?? (rest.length >= 3 ? meaningOf.get(rest) : undefined)
}

/** A heading that names two things, `联系人及电话`, means the first; its reader looks for the second. */
const byPart = (text: string): Meaning | undefined => {
  for (const part of text.split(/[/、,;|]|及|和|与|或/)) {
    const meaning = byWord(part)
    if (meaning) return meaning
  }
  return undefined
}

/** What a heading means and the unit that it names, whatever its width, spaces, stars and brackets. */
export const readHeading = (written: string): Heading | undefined => {
  if (written.length > 40) return undefined
  const plain = written.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const unit = [...plain.matchAll(BRACKETED)].map((found) => unitIn(found.slice(1).join(''))).find(Boolean)
  const base = plain.replace(BRACKETED, '')
  const bareUnit = BARE_UNIT.exec(base)?.[1] as Unit | undefined
  const meaning = byWord(base) ?? byWord(base.replace(BARE_UNIT, '')) ?? byPart(base.replace(BARE_UNIT, ''))
  if (!meaning) return undefined
  const named = unit ?? bareUnit
  return named ? { meaning, unit: named } : { meaning }
}
