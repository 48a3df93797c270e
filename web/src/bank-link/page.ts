import type { BankLinkView } from '../../../core/api/bank-link.ts'
import { referralStateWords } from '../../../core/referral/words.ts'
import { el } from '../track/el.ts'
import type { Say } from '../words/language-of.ts'
import { onlyOutline, packetRows } from '../words/packet.ts'
import { dateTime } from '../words/time.ts'
import { answerForm, type Send } from './answer-form.ts'

/** The bank's page, whole: who asks, what may be seen, and the answer. */
export const pageOf = (view: BankLinkView, say: Say, send: Send): HTMLElement[] => {
  const until = dateTime(view.linkUntil)
  const form = answerForm(view, say, send)
  return [
    el('h1', {}, [view.disclosed.name ?? say('匿名融资需求', 'An anonymous need')]),
    el('p', {}, [say(`推荐给：${view.bankName}`, `For: ${view.bankName}`)]),
    el('p', { className: 'hint' }, [
      say(`推荐编号 ${view.id}，链接有效至 ${until}`, `Referral ${view.id}; the link opens until ${until}`),
    ]),
    el('div', { className: 'box' }, [
      el('p', { className: 'stage' }, [say(referralStateWords[view.state])]),
      view.productName && el('p', {}, [say(`产品：${view.productName}`, `Product: ${view.productName}`)]),
      !view.authorised && el('p', { className: 'hint' }, [say(onlyOutline)]),
      el(
        'dl',
        {},
        packetRows(view, say).flatMap(([label, value]) => [el('dt', {}, [label]), el('dd', {}, [value])]),
      ),
      el('p', { className: 'hint' }, [
        say(
          '以上内容经企业授权提供，仅用于本次融资需求；每次查看都有记录，企业可以看到。',
          'Shown under the firm’s authorisation, for this request alone; each reading is on record, and the firm sees it.',
        ),
      ]),
    ]),
    ...(form ? [form] : []),
  ]
}
