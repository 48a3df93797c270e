import * as z from 'zod'
import { ConsentNo, ReferralNo } from '../../referral/parts.ts'
import * as issues from '../issues.ts'
import * as others from '../others.ts'
import * as referrals from '../referrals.ts'
import type { Route } from '../route.ts'

const readers = ['banker', 'handler', 'dispatcher', 'manager', 'auditor'] as const

/** The banks' side, and the firm's by its link. */
export const referralRoutes = {
  listReferrals: {
    method: 'GET',
    path: '/referrals',
    in: 'referrals',
    who: readers,
    zh: '银行的推荐列表',
    en: "a bank's referrals",
    query: referrals.ListReferrals,
    status: 200,
    answer: referrals.ReferralList,
  },
  getReferral: {
    method: 'GET',
    path: '/referrals/{id}',
    in: 'referrals',
    who: readers,
    zh: '推荐材料',
    en: 'what a bank may see of a referral',
    params: z.object({ id: referrals.ReferralId }),
    status: 200,
    answer: referrals.ReferralView,
  },
  giveReferralCommand: {
    method: 'POST',
    path: '/referrals/{id}/commands/{command}',
    in: 'referrals',
    who: ['banker', 'handler'],
    zh: '银行答复',
    en: "a bank's answer",
    params: z.object({ id: referrals.ReferralId, command: z.string().max(40) }),
    body: z.record(z.string(), z.unknown()),
    status: 200,
    answer: referrals.ReferralAnswer,
  },
  consentByLink: {
    method: 'POST',
    path: '/track/consents',
    in: 'track',
    who: 'link',
    zh: '企业授权或联系人同意',
    en: 'the firm or its contact person consents',
    body: referrals.TrackConsent,
    status: 200,
    answer: issues.CommandAnswer,
  },
  withdrawConsentByLink: {
    method: 'POST',
    path: '/track/consents/{consent}/withdrawal',
    in: 'track',
    who: 'link',
    zh: '撤回授权或同意',
    en: 'a consent is withdrawn',
    params: z.object({ consent: ConsentNo }),
    body: others.TrackWord,
    status: 200,
    answer: issues.CommandAnswer,
  },
  chooseByLink: {
    method: 'POST',
    path: '/track/choice',
    in: 'track',
    who: 'link',
    zh: '企业选定银行',
    en: 'the firm chooses an offer',
    body: referrals.TrackChoice,
    status: 200,
    answer: issues.CommandAnswer,
  },
  withdrawReferralByLink: {
    method: 'POST',
    path: '/track/referrals/{referral}/withdrawal',
    in: 'track',
    who: 'link',
    zh: '企业撤回推荐',
    en: 'the firm takes a referral back',
    params: z.object({ referral: ReferralNo }),
    body: others.TrackWord,
    status: 200,
    answer: issues.CommandAnswer,
  },
} as const satisfies Record<string, Route>
