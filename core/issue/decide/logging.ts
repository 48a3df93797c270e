import { postFaults } from '../../hiring/post-faults.ts'
import { validOn } from '../../reference/records.ts'
import { refuse } from '../../refusal.ts'
import { localDate } from '../../zone-time.ts'
import { routeDue } from '../clocks.ts'
import type { Decider } from './decider.ts'
import { numbered } from './hiring.ts'

const teamIsKnown = (team: string, context: Parameters<Decider<'logIssue'>>[2]) =>
  validOn(context.reference.team, localDate(context.now)).some((one) => one.id === team)

export const logIssue: Decider<'logIssue'> = (_, input, context) => {
  if (input.source.team && !teamIsKnown(input.source.team, context)) {
    return refuse('unknownTeam', { fields: [{ pointer: '/source/team', message: '名录里没有这个工作队' }] })
  }
  const { content, contact, progress, history, posts, ...facts } = input
  if (history?.closedOn && history.closedOn > localDate(context.now)) {
    return refuse('dateInTheFuture', {
      fields: [{ pointer: '/history/closedOn', message: '办结日期在今天之后' }],
    })
  }
  if (facts.source.on && facts.source.on > localDate(context.now)) {
    return refuse('dateInTheFuture', { fields: [{ pointer: '/source/on', message: '走访日期在今天之后' }] })
  }
  if (posts && facts.category !== 'hiring') {
    return refuse('otherCategory', { fields: [{ pointer: '/posts', message: '只有用工诉求才登记岗位' }] })
  }
  const faults = (posts ?? []).flatMap((post, index) =>
    postFaults(post, localDate(context.now), `/posts/${index}`),
  )
  if (faults.length > 0) return refuse('badInput', { fields: faults })
  const team = facts.source.team ?? context.principal.team
  const source = { ...facts.source, ...(team && { team }) }
  return [
    {
      type: 'IssueLogged',
      id: context.newId,
      ...facts,
      source,
      ...(posts?.length && { posts: numbered(posts) }),
      routeDue: routeDue(context, facts.urgency),
      ...(history && { history }),
      note: { content, ...(contact && { contact }), ...(progress && { progress }) },
    },
  ]
}

export const attachFile: Decider<'attachFile'> = (_, { file }) => [{ type: 'FileAttached', file }]

export const addNote: Decider<'addNote'> = (_, { text }) => [{ type: 'NoteAdded', note: { text } }]

export const issueLink: Decider<'issueLink'> = (_, { link }) => [{ type: 'FirmLinkIssued', link }]

export const revokeLink: Decider<'revokeLink'> = (issue) => (issue.link ? [{ type: 'FirmLinkRevoked' }] : [])

export const withdrawIssue: Decider<'withdrawIssue'> = (_, { text }) => [
  { type: 'IssueWithdrawn', note: { text } },
]
