import type { TrackView } from '../../../core/api/others.ts'
import type { TrackFinancing } from '../../../core/api/referrals.ts'
import {
  bankDeclineWords,
  consentKindWords,
  disclosedFieldWords,
  nextStepWords,
  referralStateWords,
} from '../../../core/referral/words.ts'
import type { Say } from '../words/language-of.ts'
import { termsWords } from '../words/loan.ts'
import { dateTime } from '../words/time.ts'
import { consentForm } from './consent-form.ts'
import { draftOf } from './draft.ts'
import { el } from './el.ts'
import type { Give } from './saying.ts'
import { twice } from './twice.ts'

type Fields = TrackFinancing['consents'][number]['fields']
export const fieldNames = (fields: Fields, say: Say) =>
  fields.map((field) => say(disclosedFieldWords[field])).join(say('；', '; '))

const bankCard = (bank: TrackFinancing['banks'][number], say: Say, give: Give) => {
  const { referral, name, state, offer, decline } = bank
  return el('li', { className: 'box' }, [
    el('h3', {}, [name]),
    el('p', {}, [say(referralStateWords[state])]),
    offer && el('p', { className: 'stage' }, [termsWords(offer, say)]),
    offer?.validUntil && el('p', {}, [say(`有效至 ${offer.validUntil}`, `Valid until ${offer.validUntil}`)]),
    decline &&
      el('p', {}, [
        say(
          `未通过：${bankDeclineWords[decline.code].zh}；接下来：${nextStepWords[decline.next].zh}`,
          `Declined: ${bankDeclineWords[decline.code].en}; next: ${nextStepWords[decline.next].en}`,
        ),
      ]),
    bank.canChoose &&
      twice({
        label: say(`选定${name}`, `Choose ${name}`),
        warning: say(
          '选定后，其他银行的授信不再保留。',
          'Once you choose, the offers of the other banks end.',
        ),
        sure: say('确定选定', 'Yes, choose it'),
        say,
        send: () => give('/track/choice', { referral }, say(`已选定${name}。`, `${name} is chosen.`)),
      }),
    bank.canWithdraw &&
      twice({
        plain: true,
        label: say(`撤回对${name}的推荐`, `Take it back from ${name}`),
        warning: say(
          '撤回后，这家银行不再办理您的融资需求。',
          'After this the bank no longer works on your request.',
        ),
        sure: say('确定撤回推荐', 'Yes, take it back'),
        say,
        send: () =>
          give(
            `/track/referrals/${referral}/withdrawal`,
            {},
            say('已撤回推荐。', 'The referral is taken back.'),
          ),
      }),
  ])
}

const consentCard = (consent: TrackFinancing['consents'][number], say: Say, give: Give) => {
  const { id, name, kind, fields, at, expiresOn, withdrawnAt, text } = consent
  const what = say(consentKindWords[kind])
  return el('li', { className: 'box' }, [
    el('h3', {}, [`${name} · ${what}`]),
    el('p', {}, [fieldNames(fields, say)]),
    el('p', { className: 'hint' }, [
      say(`${dateTime(at)} 作出，有效至 ${expiresOn}`, `Given ${dateTime(at)}, valid until ${expiresOn}`),
    ]),
    text &&
      el('details', {}, [
        el('summary', {}, [say('全文', 'Full text')]),
        el('p', { className: 'content', lang: 'zh-CN' }, [text]),
      ]),
    withdrawnAt
      ? el('p', {}, [say(`已于 ${dateTime(withdrawnAt)} 撤回`, `Withdrawn ${dateTime(withdrawnAt)}`)])
      : twice({
          plain: true,
          label: say(`撤回（${name}，${what}）`, `Withdraw (${name}, ${what})`),
          warning: say(
            '撤回后不再向该行提供；不影响撤回前已进行的处理。',
            'Nothing more is shown to this bank; what was done before stays lawful.',
          ),
          sure: say('确定撤回', 'Yes, withdraw'),
          say,
          send: () => give(`/track/consents/${id}/withdrawal`, {}, say('已撤回。', 'It is withdrawn.')),
        }),
  ])
}

const part = (title: string, items: Node[]) =>
  items.length === 0 ? [] : [el('h2', {}, [title]), el('ul', { className: 'cards' }, items)]

/** The firm's side of its financing: the banks and their offers, what to agree to, what was agreed to and shown. */
export const financingOf = (
  { id }: Pick<TrackView, 'id'>,
  financing: TrackFinancing,
  say: Say,
  give: Give,
): HTMLElement[] => {
  const { banks, asked, consents, disclosures } = financing
  const nameOf = (id: string) => banks.find(({ bank }) => bank === id)?.name ?? id
  return [
    ...part(
      say('银行与授信', 'Banks and offers'),
      banks.map((bank) => bankCard(bank, say, give)),
    ),
    ...part(
      say('请您授权', 'For you to agree to'),
      asked.map((one) =>
        el('li', { className: 'box' }, [
          consentForm(one, nameOf(one.bank), draftOf(`${id} ${one.bank} ${one.kind}`), say, give),
        ]),
      ),
    ),
    ...part(
      say('您的授权和同意', 'What you agreed to'),
      consents.map((one) => consentCard(one, say, give)),
    ),
    ...part(
      say('谁看过什么', 'Who was shown what'),
      disclosures.map(({ at, name, fields, sheet }) =>
        el('li', {}, [
          el('b', {}, [name]),
          el('time', { dateTime: at }, [dateTime(at)]),
          sheet && el('p', {}, [say('由承办部门以回执表送交', 'sent on a reply sheet')]),
          el('p', {}, [fieldNames(fields, say)]),
        ]),
      ),
    ),
  ]
}
