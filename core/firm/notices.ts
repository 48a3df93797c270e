import type { Notice } from '../notices/notices-of.ts'
import type { FirmFact } from './events.ts'

/** Facts of a firm's record of which somebody hears. */
export const noticedFirmFacts: ReadonlySet<string> = new Set<FirmFact['type']>([
  'CertificateExpiring',
  'LiaisonAssigned',
])

/** Who hears of a fact of a firm's record: whoever stands by the firm, or the dispatcher where nobody does. */
export const firmNoticesOf = (fact: FirmFact): Notice[] => {
  switch (fact.type) {
    case 'CertificateExpiring': {
      const { tag, number, expiresOn } = fact.certificate
      return [
        {
          to: fact.liaison ? `user:${fact.liaison}` : 'dispatcher',
          kind: 'certificateExpiring',
          aloud: false,
          zh: `“${tag}”证书（${number}）将于${expiresOn}到期，请提醒企业办理复审。`,
          en: `The certificate ${number} (${tag}) ends on ${expiresOn}; remind the firm to renew it.`,
        },
      ]
    }
    case 'LiaisonAssigned':
      return [
        {
          to: `user:${fact.official}`,
          kind: 'liaisonAssigned',
          aloud: false,
          zh: '由您包联这家企业。',
          en: 'You are the liaison of this firm now.',
        },
      ]
    default:
      return []
  }
}
