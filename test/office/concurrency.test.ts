import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../functions/store/keys.ts'
import { wholeChain } from '../support/chain.ts'
import { openTestOffice, type Reply } from '../support/office.ts'
import { stories } from '../support/stories.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
let tell: ReturnType<typeof stories>
beforeAll(async () => {
  opened = await openTestOffice()
  tell = stories(opened)
})
afterAll(() => opened.close())

const etagOf = async (id: string) =>
  (await opened.ask('dispatcher', 'GET', `/issues/${id}`)).headers.get('etag') ?? ''
const statuses = (replies: readonly Reply[]) => replies.map((reply) => reply.status).sort()
const note = (text: string) => ({ text })

describe('two people who act on the same version', () => {
  it('one wins, and the other is told that it has changed meanwhile', async () => {
    const id = await tell.issueAt('handling')
    const headers = { 'if-match': await etagOf(id) }
    const replies = await Promise.all(
      ['parks-1', 'parks-2'].map((who) => opened.command(who, id, 'addNote', note(who), headers)),
    )
    expect(statuses(replies)).toEqual([200, 412])
    expect(replies.find((reply) => reply.status === 412)?.body).toMatchObject({
      code: 'changedMeanwhile',
      about: { version: 4 },
    })
    expect(await wholeChain(opened.office.plainTable, id)).toHaveLength(4)
  })

  it('without a version the second is decided afresh, on what the first left behind', async () => {
    const id = await tell.issueAt('assigned')
    const replies = await Promise.all(
      ['parks-1', 'parks-2'].map((who) => opened.command(who, id, 'acceptAssignment')),
    )
    expect(statuses(replies)).toEqual([200, 409])
    expect(replies.find((reply) => reply.status === 409)?.body).toMatchObject({ code: 'wrongStage' })
    const both = await Promise.all(
      ['parks-1', 'parks-2'].map((who) => opened.command(who, id, 'addNote', note(who))),
    )
    expect(statuses(both)).toEqual([200, 200])
    expect(await wholeChain(opened.office.plainTable, id)).toHaveLength(5)
  })

  it('an If-Match that is behind is refused even when nobody races', async () => {
    const id = await tell.issueAt('handling')
    const reply = await opened.command('parks-1', id, 'addNote', note('旧'), { 'if-match': '"1"' })
    expect(reply.status).toBe(412)
    expect(await wholeChain(opened.office.plainTable, id)).toHaveLength(3)
  })
})

describe('many people at once', () => {
  it('twenty commands on one issue are all answered and none is lost', async () => {
    const id = await tell.issueAt('handling')
    const texts = Array.from({ length: 20 }, (_, index) => `备注${index}`)
    const replies = await Promise.all(
      texts.map((text, index) => opened.command(`parks-${(index % 2) + 1}`, id, 'addNote', note(text))),
    )
    expect(statuses(replies)).toEqual(texts.map(() => 200))
    const versions = replies.map((reply) => Number(reply.body.version)).sort((a, b) => a - b)
    expect(versions).toEqual(texts.map((_, index) => index + 4))
    await wholeChain(opened.office.plainTable, id)
    const history = await opened.ask('parks-1', 'GET', `/issues/${id}/events`)
    const said = (history.body.items as { words?: { text?: string } }[]).flatMap(
      (event) => event.words?.text ?? [],
    )
    expect(said.sort()).toEqual(texts.sort())
  })

  it('the same problem of the same firm, told by two officials at once, is logged once', async () => {
    const request = tell.request()
    const replies = await Promise.all(
      ['official-1', 'official-3'].map((who) => opened.ask(who, 'POST', '/issues', request)),
    )
    expect(statuses(replies)).toEqual([201, 409])
    const [logged, refused] = replies.toSorted((a, b) => a.status - b.status)
    expect(refused?.body).toMatchObject({ code: 'alreadyLogged', about: { issue: logged?.body.id } })
  })

  it('two officials register the same new firm at once with its first issue: one firm, two issues', async () => {
    const firm = { uscc: '91511000MA62000C7L', name: '内江并行新登记有限公司' }
    const replies = await Promise.all(
      ['official-1', 'official-3'].map((who) =>
        opened.ask(who, 'POST', '/issues', tell.request('own', { firm, confirmUscc: true })),
      ),
    )
    expect(statuses(replies)).toEqual([201, 201])
    const rows = await opened.office.plainTable.query({ pk: keys.firmHead(firm.uscc).pk })
    expect(rows.items.map((row) => row.sk)).toEqual(['EVENT#000001', 'HEAD'])
  })
})
