import type { Issue } from '../issue/issue.ts'
import { isOver, referralsOf } from '../referral/referrals.ts'
import { bankClockWords, bankDeclineWords, consentKindWords, nextStepWords } from '../referral/words.ts'
import type { Box } from './boxes.ts'
import { all, department, type Lines, type Told, team, timeEn, timeZh } from './told.ts'

type AboutABank = { readonly event: { readonly bank: string }; readonly issue: Issue }
const bank = ({ event }: Pick<AboutABank, 'event'>): readonly Box[] => [`bank:${event.bank}`]
const office = all(department)

/** A bank that has been asked and not yet let go; of one that was only thought of it hears nothing. */
const banksStillIn = ({ before }: Pick<Told, 'before'>): readonly Box[] => [
  ...new Set(
    referralsOf(before?.financing)
      .filter((one) => one.state !== 'shortlisted' && !isOver(one))
      .map((one): Box => `bank:${one.bank}`),
  ),
]

const asked = (told: AboutABank): readonly Box[] =>
  referralsOf(told.issue.financing).some((one) => one.bank === told.event.bank && one.state !== 'shortlisted')
    ? bank(told)
    : []

const amount = (yuan: number) => `${yuan / 10_000}万元`

/** The banks learn by a fact, never by words that name the firm; with an end of the issue theirs ends too. */
export const issueOver = {
  kind: 'referralOver',
  to: banksStillIn,
  says: () => ({
    zh: '企业的诉求已结束，推荐随之终止，请不再办理。',
    en: "The firm's issue is over and the referral with it; do nothing further.",
  }),
}

/** A financing issue among banks: what a bank is asked, what it answers, what the firm makes of it. */
export const linesOfReferral = {
  NeedRecorded: [],
  RoundOpened: [],
  BankShortlisted: [],
  ReferralOpened: [],
  PacketDisclosed: [],
  BankLinkIssued: [],
  BankLinkRevoked: [],
  BankContacted: [],
  FirmSurveyed: [],
  ConsultationRecorded: [
    {
      kind: 'consultation',
      to: team,
      says: () => ({
        zh: '本件已列入联合会诊，暂不推荐银行，请向企业说明。',
        en: 'It goes to the joint consultation and not to banks yet; explain it to the firm.',
      }),
    },
  ],
  ConsentGiven: [
    {
      kind: 'consentGiven',
      to: department,
      says: ({ event: { kind } }) => ({
        zh: `企业已作出${consentKindWords[kind].zh}。`,
        en: `Given: ${consentKindWords[kind].en}.`,
      }),
    },
  ],
  ConsentWithdrawn: [
    {
      kind: 'consentWithdrawn',
      to: asked,
      says: ({ event: { kind } }) => ({
        zh: `${consentKindWords[kind].zh}已撤回，不再提供相关信息，请停止使用。`,
        en: `Withdrawn: ${consentKindWords[kind].en}; nothing further is disclosed, stop using it.`,
      }),
    },
    {
      kind: 'consentTakenBack',
      to: department,
      says: ({ event: { kind } }) => ({
        zh: `${consentKindWords[kind].zh}已撤回，已通知银行。`,
        en: `Withdrawn: ${consentKindWords[kind].en}; the bank has been told.`,
      }),
    },
  ],
  BankInvited: [
    {
      kind: 'invited',
      to: bank,
      says: ({ event: { contactDue, answerDue } }) => ({
        zh: `有一条新的融资推荐，请于${timeZh(contactDue)}前对接、${timeZh(answerDue)}前答复是否受理。`,
        en: `A new referral: contact the firm by ${timeEn(contactDue)}, say by ${timeEn(answerDue)} whether you take it up.`,
      }),
    },
  ],
  ReferralAccepted: [
    {
      kind: 'bankAccepted',
      to: office,
      says: () => ({ zh: '银行已受理推荐。', en: 'A bank has taken up the referral.' }),
    },
  ],
  PapersAsked: [
    {
      kind: 'papersAsked',
      to: all(department, team),
      says: () => ({ zh: '银行请企业补充材料。', en: 'A bank asks the firm for more papers.' }),
    },
  ],
  ReferralApproved: [
    {
      kind: 'approved',
      to: all(department, team),
      says: ({ event: { amountYuan } }) => ({
        zh: `银行已授信${amount(amountYuan)}，请企业选定。`,
        en: `A bank offers CNY ${amountYuan}; the firm is to choose.`,
      }),
    },
  ],
  ReferralDeclined: [
    {
      kind: 'bankDeclined',
      to: all(department, team),
      says: ({ event: { code, next } }) => ({
        zh: `银行未通过（${bankDeclineWords[code].zh}），下一步：${nextStepWords[next].zh}。`,
        en: `A bank declined (${bankDeclineWords[code].en}); next: ${nextStepWords[next].en}.`,
      }),
    },
  ],
  ReferralLapsed: [
    {
      kind: 'referralLapsed',
      to: (told) => [...bank(told), ...department(told)],
      says: () => ({
        zh: '推荐逾期未答复，已失效。',
        en: 'The referral was not answered in time and has lapsed.',
      }),
    },
  ],
  ReferralWithdrawn: [
    {
      kind: 'referralWithdrawn',
      to: (told) => [...asked(told), ...department(told)],
      says: () => ({ zh: '企业已撤回这条推荐。', en: 'The firm has withdrawn this referral.' }),
    },
  ],
  OfferChosen: [
    {
      kind: 'chosen',
      to: bank,
      says: () => ({ zh: '企业已选定贵行，请办理放款。', en: 'The firm has chosen you; pay out the loan.' }),
    },
    {
      kind: 'firmChose',
      to: all(department, team),
      says: () => ({ zh: '企业已选定银行。', en: 'The firm has chosen a bank.' }),
    },
  ],
  ReferralReleased: [
    {
      kind: 'notChosen',
      to: asked,
      says: ({ event: { because } }) =>
        because === 'otherChosen'
          ? { zh: '企业已选定另一家银行，感谢支持。', en: 'The firm has chosen another bank; thank you.' }
          : {
              zh: '企业的资金已到位，这条推荐终止，感谢支持。',
              en: "The firm's money has arrived and this referral ends; thank you.",
            },
    },
  ],
  MoneyDrawn: [
    {
      kind: 'moneyDrawn',
      to: all(department, team),
      says: ({ event: { amountYuan } }) => ({
        zh: `银行已放款${amount(amountYuan)}，办结后请核验到账。`,
        en: `The bank has paid out CNY ${amountYuan}; verify that it arrived when the issue is closed.`,
      }),
    },
  ],
  BankOverdueRecorded: [
    {
      kind: 'bankOverdue',
      to: (told) => [...bank(told), ...department(told)],
      says: ({ event: { clock, due } }) => ({
        zh: `银行${bankClockWords[clock].zh}已逾期（${timeZh(due)}到期）。`,
        en: `The bank is overdue: ${bankClockWords[clock].en}, was due ${timeEn(due)}.`,
      }),
    },
  ],
  RoundEnded: [
    {
      kind: 'roundEnded',
      to: department,
      says: ({ event: { outcome } }) =>
        outcome === 'drawn'
          ? { zh: '本轮银行推荐已结束，资金已放款。', en: 'The round has ended; money was drawn.' }
          : {
              zh: '本轮银行推荐已结束，未获贷款，请按未通过原因安排下一步。',
              en: 'The round has ended without a loan; take the next step that the answers point to.',
            },
    },
  ],
} satisfies Partial<Lines<Told['event']['type']>>
