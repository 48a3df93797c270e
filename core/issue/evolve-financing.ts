import { referralSteps } from '../lifecycle/referral.ts'
import type { Step } from '../lifecycle/step.ts'
import type { Financing, Referral } from '../referral/parts.ts'
import { isOver, openRoundOf, referralsOf, withoutLink } from '../referral/referrals.ts'
import { referralEvents } from './events/referral.ts'
import type { Fact, IssueEvent } from './events.ts'
import { answered } from './evolve-referral.ts'
import type { Issue } from './issue.ts'

const withEach = (financing: Financing, change: (referral: Referral) => Referral): Financing =>
  financing.referrals ? { ...financing, referrals: financing.referrals.map(change) } : financing

/** What a bank sees has changed: its version moves, and the bank's ETag with it. */
const renewed = (referral: Referral): Referral => ({ ...referral, version: referral.version + 1 })

const needRecorded = (financing: Financing, event: Fact<'NeedRecorded'> & { at: string; by: string }) => {
  const { need, industry, size, note, at, by } = event
  const recorded = {
    ...need,
    ...(industry && { industry }),
    ...(size && { size }),
    ...(note && { details: note.text }),
    at,
    by,
  }
  return withEach({ ...financing, need: recorded }, (one) => (isOver(one) ? one : renewed(one)))
}

const consentGiven = (financing: Financing, event: Fact<'ConsentGiven'> & { at: string; by: string }) => {
  const { consent: id, kind, bank, fields, capacity, via, file, textVersion, expiresOn, note, at, by } = event
  const given = { id, kind, bank, fields, capacity, via, textVersion, expiresOn, at, by }
  const signed = { ...given, ...(note && { signatory: note.text }), ...(file && { file }) }
  return withEach({ ...financing, consents: [...(financing.consents ?? []), signed] }, (one) =>
    one.bank === bank && !isOver(one) ? renewed(one) : one,
  )
}

const consentWithdrawn = (financing: Financing, event: Fact<'ConsentWithdrawn'> & { at: string }) => {
  const consents = (financing.consents ?? []).map((one) =>
    one.id === event.consent ? { ...one, withdrawnAt: event.at } : one,
  )
  return withEach({ ...financing, consents }, (one) => (one.bank === event.bank ? renewed(one) : one))
}

const shortlisted = (financing: Financing, event: Fact<'BankShortlisted'> & { at: string }): Financing => {
  const { referral: id, round, bank, product, after, at } = event
  const fresh: Referral = {
    id,
    round,
    bank,
    ...(product && { product }),
    ...(after && { after }),
    state: 'shortlisted',
    version: 1,
    at,
  }
  return { ...financing, referrals: [...referralsOf(financing), fresh] }
}

const disclosed = (financing: Financing, event: Fact<'PacketDisclosed'> & { at: string; by: string }) => {
  const { at, by, bank, referral, fields, consents, packet, sheet } = event
  const shown = { at, by, bank, referral, fields, consents, ...(sheet && { sheet }) }
  const disclosures = [...(financing.disclosures ?? []), shown]
  // What stands on a sheet is not read yet: the bank's own reading is written down when it comes.
  if (sheet) return { ...financing, disclosures }
  // Reading changes nothing that the bank sees, so the version stays.
  return withEach({ ...financing, disclosures }, (one) =>
    one.id === referral ? { ...one, read: packet } : one,
  )
}

/** With the issue go its invitations: the round ends, and what was open counts as withdrawn by the firm. */
export const financingOver = (financing: Financing | undefined, at: string) => {
  if (!financing?.rounds) return {}
  const round = openRoundOf(financing)
  const over = withEach(financing, (one) =>
    isOver(one) ? one : { ...renewed(one), state: 'withdrawn', endedAt: at },
  )
  const rounds = financing.rounds.map((one) =>
    one.no === round?.no ? { ...one, endedAt: at, outcome: 'noLoan' as const } : one,
  )
  return { financing: { ...over, rounds } }
}

const changed = (financing: Financing, event: IssueEvent): Financing | undefined => {
  switch (event.type) {
    case 'NeedRecorded':
      return needRecorded(financing, event)
    case 'ConsultationRecorded': {
      const { at, by, help, reviewOn } = event
      const held = { at, by, help, ...(reviewOn && { reviewOn }) }
      return { ...financing, consultations: [...(financing.consultations ?? []), held] }
    }
    case 'RoundOpened': {
      const { round: no, mode, at, by } = event
      return { ...financing, rounds: [...(financing.rounds ?? []), { no, mode, at, by }] }
    }
    case 'BankShortlisted':
      return shortlisted(financing, event)
    case 'ConsentGiven':
      return consentGiven(financing, event)
    case 'ConsentWithdrawn':
      return consentWithdrawn(financing, event)
    case 'PacketDisclosed':
      return disclosed(financing, event)
    // What a bank sees stays the same, and so does its version.
    case 'BankLinkIssued':
      return withEach(financing, (one) => (one.id === event.referral ? { ...one, link: event.link } : one))
    case 'BankLinkRevoked':
      return withEach(financing, (one) => (one.id === event.referral ? withoutLink(one) : one))
    case 'RoundEnded': {
      const { round, outcome, at } = event
      const rounds = financing.rounds?.map((one) =>
        one.no === round ? { ...one, endedAt: at, outcome } : one,
      )
      return { ...financing, ...(rounds && { rounds }) }
    }
    default:
      return undefined
  }
}

const steps: readonly Step[] = Object.values(referralSteps)
const ofFinancing = new Set<string>(Object.keys(referralEvents))

/** Facts about a need, banks and consents; they mean the same at every stage. Undefined where an event is none. */
export const evolveFinancing = (issue: Issue, event: IssueEvent): Issue | undefined => {
  if (!ofFinancing.has(event.type)) return undefined
  if (!steps.some((step) => step.makes.includes(event.type) && step.from.includes(issue.stage))) return issue
  const financing = changed(issue.financing ?? {}, event)
  if (financing) return { ...issue, financing }
  if (!('referral' in event) || !issue.financing) return issue
  return {
    ...issue,
    financing: withEach(issue.financing, (one) =>
      one.id === event.referral ? renewed(answered(one, event)) : one,
    ),
  }
}
