import * as z from 'zod'
import * as bankLink from '../bank-link.ts'
import * as referrals from '../referrals.ts'
import type { Route } from '../route.ts'

/** A bank without accounts answers one referral by a link. */
export const bankLinkRoutes = {
  issueBankLink: {
    method: 'POST',
    path: '/referrals/{id}/link',
    in: 'referrals',
    who: ['handler'],
    zh: '生成银行答复链接',
    en: "make a link for a bank's answer",
    params: z.object({ id: referrals.ReferralId }),
    status: 200,
    answer: bankLink.BankLinkAnswer,
  },
  bankLink: {
    method: 'GET',
    path: '/bank-link',
    in: 'referrals',
    who: 'bankLink',
    zh: '银行凭链接查看推荐',
    en: 'a bank looks at a referral by its link',
    status: 200,
    answer: bankLink.BankLinkView,
  },
  answerByBankLink: {
    method: 'POST',
    path: '/bank-link/answers',
    in: 'referrals',
    who: 'bankLink',
    zh: '银行凭链接答复',
    en: 'a bank answers by its link',
    body: bankLink.BankLinkSaid,
    status: 200,
    answer: referrals.ReferralAnswer,
  },
} as const satisfies Record<string, Route>
