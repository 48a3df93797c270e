import {
  boardWords,
  helpWords,
  insuranceWords,
  postKindWords,
  postReasonWords,
  schoolingWords,
  shiftWords,
} from '../../../../core/hiring/hiring-words.ts'
import { confirmedViaWords } from '../../../../core/words.ts'

const text = { name: 'text', kind: 'long', zh: '说明', en: 'Words' } as const
const why = { ...text, required: true } as const
const on = { name: 'on', kind: 'date', zh: '日期', en: 'On', required: true } as const
const post = { name: 'post', kind: 'post', zh: '岗位', en: 'Post', required: true } as const

/** A post, as it is asked for: nothing of sex, marriage, children or origin. */
export const postFields = [
  { name: 'title', kind: 'short', zh: '岗位名称', en: 'Title', required: true },
  { name: 'headcount', kind: 'count', zh: '人数', en: 'People', required: true },
  { name: 'kind', kind: 'choice', zh: '类型', en: 'Kind', required: true, words: postKindWords },
  { name: 'wantedOn', kind: 'date', zh: '期望到岗日期', en: 'Wanted by' },
  { name: 'wageFromYuan', kind: 'count', zh: '工资下限（元/月，税前）', en: 'Wage from (CNY a month)' },
  { name: 'wageToYuan', kind: 'count', zh: '工资上限（元/月，税前）', en: 'Wage to (CNY a month)' },
  { name: 'schooling', kind: 'list', zh: '学历', en: 'Schooling', words: schoolingWords },
  { name: 'experience', kind: 'short', zh: '经验', en: 'Experience' },
  { name: 'certificate', kind: 'short', zh: '技能证书', en: 'Certificate' },
  { name: 'shifts', kind: 'list', zh: '班制', en: 'Shifts', words: shiftWords },
  { name: 'insurance', kind: 'list', zh: '社保', en: 'Insurance', words: insuranceWords },
  { name: 'board', kind: 'list', zh: '食宿', en: 'Board and lodging', words: boardWords },
  { name: 'place', kind: 'short', zh: '工作地点', en: 'Place' },
  { name: 'validUntil', kind: 'date', zh: '有效期至', en: 'Valid until' },
  { name: 'reason', kind: 'list', zh: '用工原因', en: 'Reason', words: postReasonWords },
] as const

const soFar = { zh: '填累计人数；不清楚的留空。', en: 'Counts so far; leave out what is not known.' }
const funnel = [
  post,
  { ...on, zh: '截至日期', en: 'As of' },
  { name: 'confirmed', kind: 'count', zh: '需求确认（人）', en: 'Confirmed', hint: soFar },
  { name: 'posted', kind: 'count', zh: '已发布（人）', en: 'Posted' },
  { name: 'introduced', kind: 'count', zh: '推荐（人）', en: 'Introduced' },
  { name: 'interviewed', kind: 'count', zh: '面试（人）', en: 'Interviewed' },
  { name: 'intended', kind: 'count', zh: '达成意向（人）', en: 'Intended' },
  { name: 'arrived', kind: 'count', zh: '到岗（人）', en: 'Arrived' },
] as const

export const hiringFields = {
  addPost: [...postFields, text],
  changePost: [post, ...postFields, text],
  cancelPost: [post, why],
  recordHelp: [
    { name: 'kind', kind: 'list', zh: '帮扶方式', en: 'Kind of help', required: true, words: helpWords },
    on,
    { ...post, required: false, zh: '针对岗位', en: 'For the post' },
    {
      name: 'fair',
      kind: 'fair',
      zh: '哪场招聘会',
      en: 'Which job fair',
      hint: {
        zh: '还没有登记的，先到“招聘会”页登记。',
        en: 'One that is not listed is recorded on its page first.',
      },
    },
    text,
  ],
  recordFunnel: [...funnel, text],
  correctFunnel: [...funnel, why],
  acceptPart: [
    {
      name: 'via',
      kind: 'choice',
      zh: '怎样得知',
      en: 'How it was heard',
      required: true,
      words: { call: confirmedViaWords.call, visit: confirmedViaWords.visit },
    },
    on,
    text,
  ],
  recordStay: [
    { ...on, zh: '回访日期', en: 'Counted on' },
    { name: 'counts', kind: 'stay', zh: '30日在岗人数', en: 'Still there', required: true },
    text,
  ],
} as const
