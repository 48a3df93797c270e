import { referralStateWords } from '../../../../core/referral/words.ts'
import type { ReferralView } from '../../api/bank-queries.ts'
import type { Say } from '../../words/language-of.ts'
import { termsWords } from '../../words/loan.ts'

const state = ({ state }: ReferralView, say: Say) => say(referralStateWords[state])

/** What is different about a referral from when its page was opened, in words. */
export const changesOf = (before: ReferralView, now: ReferralView, say: Say): string[] => {
  const fieldsChanged = before.fields.join() !== now.fields.join()
  const drawn = (now.draws?.length ?? 0) - (before.draws?.length ?? 0)
  return [
    before.state !== now.state && `${state(before, say)} → ${state(now, say)}`,
    before.papersAskedAt !== now.papersAskedAt && say('已请企业补材料', 'more papers were asked for'),
    before.contactedAt !== now.contactedAt && say('已对接企业', 'the firm was contacted'),
    before.surveyedOn !== now.surveyedOn &&
      now.surveyedOn &&
      say(`尽调 ${now.surveyedOn}`, `surveyed ${now.surveyedOn}`),
    now.offer && before.offer?.at !== now.offer.at && termsWords(now.offer, say),
    drawn > 0 && say(`新放款 ${drawn} 笔`, `${drawn} more drawn`),
    before.authorised !== now.authorised &&
      (now.authorised
        ? say('企业已授权', 'the firm has authorised')
        : say('企业已撤回授权', 'the firm has withdrawn its authorisation')),
    fieldsChanged && say('可看的资料有变化', 'what may be seen has changed'),
  ].filter((one): one is string => Boolean(one))
}
