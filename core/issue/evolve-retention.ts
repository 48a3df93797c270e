import { type PersonalKind, placeholderOf } from '../retention/retention.ts'
import { endStages, type Stage } from '../words.ts'
import type { IssueEvent } from './events.ts'
import type { Issue } from './issue.ts'

const consentForms = (issue: Issue) =>
  new Set(issue.financing?.consents?.flatMap(({ file }) => file ?? []) ?? [])

/** The files whose bytes go with these kinds. */
export const filesToErase = (issue: Issue, kinds: readonly PersonalKind[]): string[] => {
  const forms = consentForms(issue)
  return (issue.files ?? [])
    .filter(({ id }) => kinds.includes(forms.has(id) ? 'signatories' : 'files'))
    .map(({ id }) => id)
}

const withoutWords = (issue: Issue, placeholder: string): Issue => {
  const { title: _, outside, ...source } = issue.source
  const { number: __, ...elsewhere } = outside ?? {}
  const { need } = issue.financing ?? {}
  const { details: ___, ...needed } = need ?? {}
  const base = {
    ...issue,
    content: placeholder,
    source: { ...source, ...(outside && { outside: elsewhere as typeof outside }) },
    ...(need && { financing: { ...issue.financing, need: needed as typeof need } }),
  }
  if (base.stage !== 'closed') return base
  const { citedElse: ____, ...closure } = base.closure
  return { ...base, closure }
}

const withoutContact = (issue: Issue): Issue => {
  const { contact: _, link: __, ...rest } = issue
  return rest as Issue
}

const withoutFiles = (issue: Issue, gone: readonly string[], placeholder: string): Issue => {
  if (gone.length === 0) return issue
  const files = issue.files?.map((file) =>
    gone.includes(file.id) ? { ...file, name: placeholder, erased: true as const } : file,
  )
  return { ...issue, ...(files && { files }) }
}

const withoutSignatories = (issue: Issue): Issue => {
  const { financing } = issue
  if (!financing?.consents) return issue
  const consents = financing.consents.map(({ signatory: _, ...consent }) => consent)
  return { ...issue, financing: { ...financing, consents } }
}

const overStages: ReadonlySet<Stage> = new Set(['closed', ...endStages])

/** What becomes of an issue that is over: also at the stages at which nothing else happens any more. */
export const evolveRetention = (issue: Issue, event: IssueEvent): Issue | undefined => {
  if (event.type !== 'RecordArchived' && event.type !== 'PersonalDataErased') return undefined
  if (!overStages.has(issue.stage)) return issue
  if (event.type === 'RecordArchived') {
    return { ...issue, recordArchived: { at: event.at, rule: event.rule } }
  }
  const { kinds, rule, request, at } = event
  const placeholder = placeholderOf(request !== undefined)
  const erased = [...(issue.erased ?? []), { at, kinds, rule, ...(request && { request }) }]
  const gone = filesToErase(issue, kinds)
  let left: Issue = { ...issue, erased }
  if (kinds.includes('contact')) left = withoutContact(left)
  if (kinds.includes('words')) left = withoutWords(left, placeholder)
  if (kinds.includes('signatories')) left = withoutSignatories(left)
  return withoutFiles(left, gone, placeholder)
}
