/**
 * The words of the field, each with the Chinese that people read first and the English beside it.
 * One word for one thing: code, API, portal, papers and docs all take them from here.
 */
type Word = { readonly zh: string; readonly en: string }
type Words = Readonly<Record<string, Word>>

/** The keys of a table of words, in order, as zod's `enum` wants them. */
export const keysOf = <T extends Words>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]

export const categoryWords = {
  hiring: { zh: '用工', en: 'hiring' },
  financing: { zh: '融资', en: 'financing' },
  taxRefund: { zh: '退税', en: 'tax refund' },
  policy: { zh: '政策', en: 'policy' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Words
export type Category = keyof typeof categoryWords

export const stageWords = {
  logged: { zh: '待交办', en: 'to be routed' },
  assigned: { zh: '待签收', en: 'to be accepted' },
  handling: { zh: '办理中', en: 'being handled' },
  confirming: { zh: '待企业确认', en: 'firm to confirm' },
  closed: { zh: '已办结', en: 'closed' },
  declined: { zh: '不予受理', en: 'declined' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  merged: { zh: '已并案', en: 'merged' },
} as const satisfies Words
export type Stage = keyof typeof stageWords

/** Stages that nothing leaves. */
export const endStages = ['declined', 'withdrawn', 'merged'] as const satisfies Stage[]

export const urgencyWords = {
  ordinary: { zh: '一般', en: 'ordinary' },
  urgent: { zh: '紧急', en: 'urgent' },
} as const satisfies Words
export type Urgency = keyof typeof urgencyWords

export const complexityWords = {
  question: { zh: '咨询', en: 'question' },
  ordinary: { zh: '一般', en: 'ordinary' },
  complex: { zh: '复杂', en: 'complex' },
} as const satisfies Words
export type Complexity = keyof typeof complexityWords

export const visitKindWords = {
  visit: { zh: '走访', en: 'visit' },
  forum: { zh: '恳谈会', en: 'forum' },
  hotline: { zh: '热线', en: 'hotline' },
  self: { zh: '企业自报', en: 'from the firm itself' },
} as const satisfies Words
export type VisitKind = keyof typeof visitKindWords

/** What kind of answer a closure is; each is counted apart, none is hidden in "closed". */
export const closureTypeWords = {
  solved: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'partly solved' },
  explained: { zh: '已解释说明', en: 'explained' },
  notPermitted: { zh: '政策不允许', en: 'not permitted by policy' },
  notYet: { zh: '条件暂不具备（挂账）', en: 'conditions not yet met (kept on the list)' },
  passedUp: { zh: '已报上级', en: 'passed to a higher level' },
  recorded: { zh: '台账记载已办结', en: 'closed before it came into the system' },
} as const satisfies Words
export type ClosureType = keyof typeof closureTypeWords

export const confirmationWords = {
  solved: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'partly solved' },
  notReached: { zh: '未联系上', en: 'not reached' },
  notAsked: { zh: '历史件未回访', en: 'history, not asked' },
  unsolved: { zh: '企业不认可，经裁定办结', en: "not solved in the firm's eyes, ended by a ruling" },
} as const satisfies Words
export type ConfirmationResult = keyof typeof confirmationWords

export const satisfactionWords = {
  satisfied: { zh: '满意', en: 'satisfied' },
  fairly: { zh: '基本满意', en: 'fairly satisfied' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
} as const satisfies Words
export type Satisfaction = keyof typeof satisfactionWords

/** How the firm's word reached us. */
export const confirmedViaWords = {
  link: { zh: '企业链接', en: "the firm's link" },
  call: { zh: '电话回访', en: 'a call' },
  visit: { zh: '上门回访', en: 'a visit' },
  form: { zh: '签字确认表', en: 'a signed form' },
} as const satisfies Words

export const contactChannelWords = {
  phone: { zh: '电话', en: 'phone' },
  visit: { zh: '上门', en: 'visit' },
  message: { zh: '消息', en: 'message' },
  meeting: { zh: '会议', en: 'meeting' },
} as const satisfies Words

/** The published grounds on which an office may decline (不予受理), after Shenzhen's guide of 2023-12. */
export const declineGroundWords = {
  outsideJurisdiction: { zh: '不属于本级管辖', en: 'outside our jurisdiction' },
  inProceedings: { zh: '已进入诉讼、仲裁、复议等程序', en: 'in court, arbitration or review' },
  inPetition: { zh: '已进入信访程序', en: 'already a petition' },
  secretOrPrivate: { zh: '涉及国家秘密、商业秘密或个人隐私', en: 'secret or private' },
  unlawfulOrEmpty: { zh: '诉求违法或无实质内容', en: 'unlawful or without substance' },
  sameFact: { zh: '同一事实和理由重复提出', en: 'the same fact and reason again' },
  otherByLaw: { zh: '法律法规规定的其他情形', en: 'other grounds by law' },
} as const satisfies Words
export type DeclineGround = keyof typeof declineGroundWords

/** Why a department sends an assignment back (退单): not ours, or one of the grounds to decline. */
export const returnReasonWords = {
  notOurs: { zh: '不属于本部门职责', en: 'not our duty' },
  ...declineGroundWords,
} as const satisfies Words

/** The only reasons for which clocks may stand still. */
export const pauseReasonWords = {
  awaitingPapers: { zh: '待企业补充材料', en: "waiting for the firm's papers" },
  awaitingSuperior: { zh: '上级审批中', en: 'with a higher authority' },
  inReview: { zh: '司法或复议程序中', en: 'in court or under review' },
} as const satisfies Words

/** What a desk is asked to decide on an issue that is in hand elsewhere. */
export const askWords = {
  extension: { zh: '申请延期', en: 'an extension is asked for' },
  supervision: { zh: '建议督办', en: 'supervision is proposed' },
  assistance: { zh: '请协办', en: 'assistance is asked for' },
  review: { zh: '挂账复核到期', en: 'a review is due' },
} as const satisfies Words

/** What was seen to have happened (结果核验). */
export const verificationWords = {
  moneyArrived: { zh: '资金到账', en: 'the money arrived' },
  peopleAtWork: { zh: '人员到岗', en: 'people are at work' },
  refundReceived: { zh: '退税到账', en: 'the refund was received' },
  policyApplied: { zh: '政策兑现', en: 'the policy was applied' },
  workDone: { zh: '现场已整改', en: 'seen done on site' },
  notSeen: { zh: '核验未见结果', en: 'looked for and not seen' },
} as const satisfies Words

/** The clocks that an office lives by. */
export const clockWords = {
  route: { zh: '交办', en: 'routing' },
  accept: { zh: '签收', en: 'acceptance' },
  contact: { zh: '首次联系', en: 'first contact' },
  reply: { zh: '阶段答复', en: 'interim reply' },
  close: { zh: '办结', en: 'closing' },
  confirm: { zh: '企业确认', en: "the firm's confirmation" },
  supervise: { zh: '督办', en: 'supervision' },
  resume: { zh: '恢复计时', en: 'resumption' },
  rule: { zh: '裁定', en: 'ruling' },
  assist: { zh: '协办', en: 'assistance' },
  refund: { zh: '税务机关决定', en: "the tax office's decision" },
  stay: { zh: '30日在岗回访', en: 'the count after 30 days' },
} as const satisfies Words
export type ClockName = keyof typeof clockWords

export const roleWords = {
  official: { zh: '工作队员', en: 'official' },
  dispatcher: { zh: '调度员', en: 'dispatcher' },
  handler: { zh: '承办人', en: 'handler' },
  manager: { zh: '分管领导', en: 'manager' },
  banker: { zh: '客户经理', en: 'banker' },
  auditor: { zh: '审计员', en: 'auditor' },
  admin: { zh: '系统管理员', en: 'administrator' },
  firm: { zh: '企业', en: 'firm' },
  system: { zh: '系统', en: 'system' },
} as const satisfies Words
export type Role = keyof typeof roleWords
