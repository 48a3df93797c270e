import type { Issue } from '../issue/issue.ts'
import { consentText, consentTextNow, consentUntil } from '../referral/consent.ts'
import { contactFieldWords, firmFieldWords } from '../referral/words.ts'
import { localDate } from '../zone-time.ts'
import { needText } from './about-issue.ts'
import { type Block, dateOnPaper, footOf, type Paper } from './paper.ts'

export type BankOnPaper = { id: string; name: string; contact?: string | undefined }

const boxes = (words: Readonly<Record<string, { zh: string }>>): Block => ({
  kind: 'text',
  text: Object.values(words)
    .map(({ zh }) => `□ ${zh}`)
    .join('　'),
})

/**
 * 授权书: the firm's authorisation and, on a sheet of its own, the contact person's separate consent, for one bank
 * (个人信息保护法 art. 23, 单独同意). The words are those that the firm reads on its link.
 */
export const authorisationForm = (
  issue: Issue,
  bank: BankOnPaper,
  made: { by: string; at: string },
): Paper => {
  const until = dateOnPaper(consentUntil(localDate(made.at)))
  const named = { bank: bank.name, contact: bank.contact ?? '见该行公布的联系方式', until }
  const textFor = (kind: 'firm' | 'contact'): Block => ({
    kind: 'text',
    text: consentText(consentTextNow, kind, named) ?? '',
  })
  const about: Block = {
    kind: 'facts',
    facts: [
      ['企业名称', issue.firm.name],
      ['统一社会信用代码', issue.firm.uscc],
      ['诉求编号', issue.id],
      ['融资需求', needText(issue)],
      ['接收银行', bank.name],
      ['文本版本', consentTextNow],
    ],
  }
  const blocks: Block[] = [
    about,
    textFor('firm'),
    { kind: 'heading', text: '授权提供的信息（勾选）' },
    boxes(firmFieldWords),
    {
      kind: 'signatures',
      lines: ['企业（盖章）', '签署人姓名', '签署身份（法定代表人 / 被授权人）', '签字', '日期'],
    },
    { kind: 'newPage', title: '联系人单独同意书' },
    about,
    textFor('contact'),
    { kind: 'heading', text: '同意提供的信息（勾选）' },
    boxes(contactFieldWords),
    { kind: 'signatures', lines: ['联系人姓名', '签字', '日期'] },
  ]
  return { title: '融资信息授权书', subtitle: `编号 ${issue.id}`, blocks, foot: footOf(made.by, made.at) }
}
