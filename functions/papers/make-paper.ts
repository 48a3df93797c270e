import type { IssueEvent } from '../../core/issue/events.ts'
import type { Issue } from '../../core/issue/issue.ts'
import type { Names } from '../../core/papers/about-issue.ts'
import { assignmentSheet } from '../../core/papers/assignment-sheet.ts'
import { authorisationForm, type BankOnPaper } from '../../core/papers/authorisation.ts'
import { caseFile, caseFileBlocks } from '../../core/papers/case-file.ts'
import { footOf, type Paper } from '../../core/papers/paper.ts'
import { handlesIt } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { issueFor, maskName, withoutPhones } from '../../core/privacy.ts'
import { validOn } from '../../core/reference/records.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { roleWords } from '../../core/words.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'

/** Who has no name of their own: the system, and a firm on whose link somebody answered. */
const roleAlone = (id: string) => {
  if (id === 'system') return roleWords.system.zh
  return id.startsWith('firm:') ? roleWords.firm.zh : undefined
}

export const namesToday = async (container: Container): Promise<Names> => {
  const reference = await container.reference()
  const today = localDate(container.now())
  const nameIn = (records: readonly { id: string; name: string; validFrom: string }[]) => {
    const names = new Map(validOn(records, today).map((one) => [one.id, one.name]))
    return (id: string) => names.get(id) ?? id
  }
  const nameOfUser = nameIn(reference.user)
  return {
    department: nameIn(reference.department),
    team: nameIn(reference.team),
    bank: nameIn(reference.bank),
    person: (id) => roleAlone(id) ?? nameOfUser(id),
  }
}

export const madeBy = (container: Container, { name }: Principal) => ({ by: name, at: container.now() })

/** What people wrote, for someone who does not handle the issue: without numbers, and without the signer's name. */
const seenBy = (principal: Principal, issue: Issue, history: readonly IssueEvent[]): IssueEvent[] => {
  if (handlesIt(principal, issue)) return [...history]
  return history.map((event) => {
    if (!('note' in event) || !event.note || !('text' in event.note)) return event
    const { text } = event.note
    if (typeof text !== 'string') return event
    const masked = event.type === 'ConsentGiven' ? maskName(text) : withoutPhones(text)
    return { ...event, note: { ...event.note, text: masked } } as IssueEvent
  })
}

const bankNamed = async (container: Container, id: string | undefined): Promise<BankOnPaper | Refusal> => {
  const { bank } = await container.reference()
  const known = validOn(bank, localDate(container.now())).find((one) => one.id === id)
  return known ?? refuse('bankMissing', { fields: [{ pointer: '/bank', message: '名录里没有这家银行' }] })
}

/** One of the papers of an issue, as this person may see the issue. */
export const issuePaper = async (
  container: Container,
  principal: Principal,
  issue: Issue,
  wanted: { paper: 'assignment' | 'case' | 'authorisation'; bank?: string | undefined },
): Promise<Paper | Refusal> => {
  const made = madeBy(container, principal)
  const names = await namesToday(container)
  const seen = issueFor(principal, issue)
  switch (wanted.paper) {
    case 'assignment':
      return assignmentSheet(seen, names, made) ?? refuse('notAssigned')
    case 'authorisation': {
      const bank = await bankNamed(container, wanted.bank)
      return 'refused' in bank ? bank : authorisationForm(seen, bank, made)
    }
    case 'case': {
      const history = await container.issues.history(issue.id)
      return caseFile(seen, seenBy(principal, issue, history), names, made)
    }
  }
}

/** The files of drawn issues in one document, each from a new page. */
export const sampleFile = async (
  container: Container,
  principal: Principal,
  { month, seed, ids }: { month: string; seed: string; ids: readonly string[] },
): Promise<Paper> => {
  const names = await namesToday(container)
  const loaded = await container.issues.loadMany(ids)
  const blocks: Paper['blocks'][number][] = [
    {
      kind: 'table',
      heads: ['序号', '诉求编号', '企业'],
      widths: [0.15, 0.35, 0.5],
      rows: ids.map((id, at) => [
        String(at + 1),
        id,
        loaded.find(({ issue }) => issue.id === id)?.issue.firm.name ?? '',
      ]),
    },
  ]
  for (const id of ids) {
    const found = loaded.find(({ issue }) => issue.id === id)
    if (!found) continue
    const history = seenBy(principal, found.issue, await container.issues.history(id))
    blocks.push({ kind: 'newPage', title: `一件一档　${id}` })
    blocks.push(...caseFileBlocks(issueFor(principal, found.issue), history, names))
  }
  const { by, at } = madeBy(container, principal)
  return {
    title: `${month} 抽查件`,
    subtitle: `抽取 ${ids.length} 件，抽样种子 ${seed}`,
    blocks,
    foot: footOf(by, at),
  }
}
