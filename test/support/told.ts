import { expect } from 'vitest'
import type { QuietOffice } from './quiet-office.ts'
import { stories } from './stories.ts'
import { trailOf } from './trail.ts'

/** Stories about the clocks of issues of the parks' department, which are to be closed within five working days. */
export const told = (opened: QuietOffice) => {
  const tell = stories(opened)
  const gives = async (by: string, id: string, name: string, input: object = {}) => {
    const reply = await opened.command(by, id, name, input)
    expect(reply.status, `${name}: ${JSON.stringify(reply.body)}`).toBe(200)
    return reply
  }
  /** In hand, with nothing left but to close it. */
  const inHand = async () => {
    const id = await tell.issueAt('handling')
    await gives('parks-1', id, 'recordReply', { text: '已安排施工队。' })
    return id
  }
  const asked = async (until: string) => {
    const id = await inHand()
    await gives('parks-1', id, 'askExtension', { until, text: '材料到货推迟。' })
    return id
  }
  const typesOf = async (id: string) => (await trailOf(opened, id)).map(({ type }) => type)
  const viewOf = async (id: string) => (await opened.ask('dispatcher', 'GET', `/issues/${id}`)).body
  return { ...tell, gives, inHand, asked, typesOf, viewOf }
}
