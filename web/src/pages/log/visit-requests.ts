import { RecordVisit, RegisterFirm } from '../../../../core/api/firms-and-visits.ts'
import { LogIssueRequest } from '../../../../core/api/issues.ts'
import { yuanFromWan } from '../../words/money.ts'
import { readPost } from './read-post.ts'
import { type FirmDraft, fieldsOf, type IssueDraft, type VisitDraft } from './visit-draft.ts'

export type Requests = { path: string; body: unknown }[]
export type Read = { requests: Requests } | { faults: Record<string, string> }

const wan = (typed: string) => yuanFromWan(typed) ?? Number.NaN

const readers: Partial<Record<keyof IssueDraft, (typed: string) => Record<string, unknown>>> = {
  post: (typed) => ({ post: typed }),
  headcount: (typed) => ({ headcount: Number(typed) }),
  amountWan: (typed) => ({ amountYuan: wan(typed) }),
  termMonths: (typed) => ({ termMonths: Number(typed) }),
  creditWan: (typed) => ({ creditYuan: wan(typed) }),
}

/** Posts are asked of issues of hiring alone; what was typed under another category is not sent. */
const postsOf = (issue: IssueDraft) => (issue.category === 'hiring' ? (issue.posts ?? []) : [])

/** What many posts come to, as a list shows it: their titles, and all their people. */
const summedUp = (posts: Record<string, unknown>[]) => {
  const headcount = posts.reduce((sum, post) => sum + Number(post.headcount ?? 0), 0)
  const post = posts.map(({ title }) => title).join('、')
  return { ...(post && { post: post.slice(0, 60) }), ...(headcount > 0 && { headcount }) }
}

const needOf = (issue: IssueDraft) => {
  const posts = postsOf(issue)
  if (posts.length > 0) return summedUp(posts.map((typed) => readPost(typed).input))
  const asked = issue.category ? fieldsOf[issue.category] : []
  const parts = asked.flatMap((field) => {
    const typed = String(issue[field] ?? '').trim()
    const read = readers[field]
    return typed && read ? [read(typed)] : []
  })
  return parts.length > 0 ? Object.assign({}, ...parts) : undefined
}

const contactOf = ({ contactName, contactPhone }: IssueDraft) => {
  const [name, phone] = [contactName.trim(), contactPhone.trim()]
  return name || phone ? { ...(name && { name }), ...(phone && { phone }) } : undefined
}

const issueBody = (issue: IssueDraft, firms: readonly FirmDraft[]) => {
  const uscc = issue.uscc ?? firms[0]?.uscc
  const firm = firms.find((one) => one.uscc === uscc)
  const need = needOf(issue)
  const contact = contactOf(issue)
  const posts = postsOf(issue).map((typed) => readPost(typed).input)
  return {
    firm: { uscc: firm?.uscc ?? '', name: firm?.name ?? '', ...(firm?.park && { park: firm.park }) },
    category: issue.category,
    content: issue.content,
    urgency: issue.urgency,
    ...(contact && { contact }),
    ...(need && { need }),
    ...(posts.length > 0 && { posts }),
    ...(issue.repeatOf && { repeatOf: issue.repeatOf }),
  }
}

/** Names of the API's fields as the form has them. */
const formName = (path: readonly PropertyKey[]) =>
  path
    .join('/')
    .replace(/\/need\/amountYuan$/, '/amountWan')
    .replace(/\/need\/creditYuan$/, '/creditWan')
    .replace(/\/need\/(\w+)$/, '/$1')
    .replace(/\/contact\/name$/, '/contactName')
    .replace(/\/contact\/phone$/, '/contactPhone')

/** A field that the server names by pointer, as the form names it. */
export const formFaults = (faults: Record<string, string>) =>
  Object.fromEntries(Object.entries(faults).map(([name, message]) => [formName(name.split('/')), message]))

type Faults = { path: readonly PropertyKey[]; message: string }[]

const collect = (faults: Faults, prefix = ''): Record<string, string> =>
  Object.fromEntries(faults.toReversed().map(({ path, message }) => [prefix + formName(path), message]))

const missing = (draft: VisitDraft): Record<string, string> => ({
  ...(draft.firms.length === 0 && { firms: '请选择或登记企业' }),
  ...(!draft.noIssues &&
    Object.fromEntries(
      draft.issues.flatMap((issue, index) => [
        ...(issue.category ? [] : [[`issues/${index}/category`, '请选择类别']]),
        ...(issue.content.trim() ? [] : [[`issues/${index}/content`, '请写下企业说了什么']]),
        ...postsOf(issue).flatMap((typed, at) =>
          Object.entries(readPost(typed).faults).map(([name, message]) => [
            `issues/${index}/posts/${at}/${name}`,
            message,
          ]),
        ),
      ]),
    )),
})

const newFirms = (draft: VisitDraft): { faults: Record<string, string>; requests: Requests } => {
  const requests: Requests = []
  let faults: Record<string, string> = {}
  for (const [index, firm] of draft.firms.entries()) {
    if (!firm.isNew) continue
    const { isNew: _, confirmUscc, ...facts } = firm
    const body = { ...facts, ...(confirmUscc && { confirmUscc }) }
    const read = RegisterFirm.safeParse(body)
    if (!read.success) faults = { ...faults, ...collect(read.error.issues, `firms/${index}/`) }
    requests.push({ path: '/firms', body })
  }
  return { faults, requests }
}

/** An issue of a visit that stands already: it goes alone, and names the visit. */
const correctedIssue = (draft: VisitDraft): Read => {
  const requests: Requests = []
  let faults: Record<string, string> = {}
  for (const [index, issue] of draft.issues.entries()) {
    const source = {
      kind: draft.kind,
      on: draft.on,
      visit: draft.visit,
      ...(draft.title && { title: draft.title }),
    }
    const body = { ...issueBody(issue, draft.firms), source }
    const read = LogIssueRequest.safeParse(body)
    if (!read.success) faults = { ...faults, ...collect(read.error.issues, `issues/${index}/`) }
    requests.push({ path: '/issues', body })
  }
  return Object.keys(faults).length > 0 ? { faults } : { requests }
}

/** What has to be sent for a visit, in order; or what is still wrong, by field of the form. */
export const readVisit = (draft: VisitDraft): Read => {
  const firms = newFirms(draft)
  const lacking = { ...missing(draft), ...firms.faults }
  if (Object.keys(lacking).length > 0) return { faults: lacking }
  if (draft.visit) return correctedIssue(draft)
  const body = {
    kind: draft.kind,
    on: draft.on,
    firms: draft.firms.map((firm) => firm.uscc),
    ...(draft.title.trim() && { title: draft.title }),
    ...(draft.line.trim() && { line: draft.line }),
    ...(draft.trained?.trim() && { trained: Number(draft.trained) }),
    ...(draft.leaflets?.trim() && { leaflets: Number(draft.leaflets) }),
    ...(draft.place?.trim() && { place: draft.place.trim() }),
    ...(draft.noIssues
      ? { noIssues: true }
      : { issues: draft.issues.map((one) => issueBody(one, draft.firms)) }),
  }
  const read = RecordVisit.safeParse(body)
  if (!read.success) return { faults: collect(read.error.issues) }
  return { requests: [...firms.requests, { path: '/visits', body }] }
}
