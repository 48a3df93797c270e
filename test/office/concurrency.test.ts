import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { giveCommand } from '../../functions/lib/give-command.ts'
import { makeIssueStore } from '../../functions/store/issue-store.ts'
import { keys } from '../../functions/store/keys.ts'
import { wholeChain } from '../support/chain.ts'
import { openTestOffice, type Reply, until } from '../support/office.ts'
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
const dispatcher = { ...theSystem, id: 'dispatcher', role: 'dispatcher' as const }
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

describe('two commands that cross', () => {
  /** Both have looked before either writes: nobody can be faster by luck. */
  const crossing = async (command: 'mergeIssue' | 'joinCommon', one: object, two: object, ids: string[]) => {
    const { container } = opened.office
    let waiting = 0
    let go = () => {}
    const both = new Promise<void>((resolve) => {
      go = resolve
    })
    const issues = makeIssueStore({
      ...container.table,
      transact: async (writes) => {
        waiting++
        if (waiting === 2) go()
        if (waiting <= 2) await both
        return container.table.transact(writes)
      },
    })
    const give = (id: string, input: object) =>
      giveCommand({ ...container, issues }, { command, id, input, principal: dispatcher })
    const answers = await Promise.all([give(ids[0] ?? '', one), give(ids[1] ?? '', two)])
    return answers.map((answer) => (isRefusal(answer) ? answer.refused : 'done')).toSorted()
  }
  const stateOf = async (id: string) => (await opened.office.container.issues.load(id))?.issue

  it('merges one of two issues into the other, and never each into the other', async () => {
    const ids = [await tell.issueAt('handling'), await tell.issueAt('handling')]
    expect(await crossing('mergeIssue', { into: ids[1] }, { into: ids[0] }, ids)).toEqual([
      'done',
      'mergeTargetOver',
    ])
    const stages = (await Promise.all(ids.map(stateOf))).map((issue) => issue?.stage)
    expect(stages.toSorted()).toEqual(['handling', 'merged'])
  })

  it.each([
    ['each joins the other', (ids: string[]) => [ids[1], ids[0]]],
    ['a case joins one that joins another', (ids: string[]) => [ids[1], ids[2]]],
  ])('leaves common issues one level deep where %s', async (_, parentsOf) => {
    const ids = await Promise.all([1, 2, 3].map(() => tell.issueAt('handling')))
    const [one, two] = parentsOf(ids)
    const answers = await crossing('joinCommon', { parent: one }, { parent: two }, ids)
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect(['commonIsCase', 'isCommonItself']).toContain(answers.find((answer) => answer !== 'done'))
    const parents = (await Promise.all(ids.map(stateOf))).map((issue) => issue?.parent)
    expect(parents.filter(Boolean)).toHaveLength(1)
  })

  it('lets no issue join another while it has cases of which it has not heard', async () => {
    const [parent = '', child = '', other = ''] = await Promise.all(
      [1, 2, 3].map(() => tell.issueAt('handling')),
    )
    const { container } = opened.office
    const join = (id: string, to: string) =>
      giveCommand(container, { command: 'joinCommon', id, input: { parent: to }, principal: dispatcher })
    const [first, second] = await Promise.all([
      join(child, parent),
      join(child, parent).then(() => join(parent, other)),
    ])
    expect([isRefusal(first), isRefusal(second) && second.refused]).toEqual([false, 'isCommonItself'])
  })

  it('lets an issue that has left join anew, and one that has no cases left become one', async () => {
    const [parent = '', child = '', other = ''] = await Promise.all(
      [1, 2, 3].map(() => tell.issueAt('handling')),
    )
    const go = (id: string, name: string, input: object) => opened.command('dispatcher', id, name, input)
    await go(child, 'joinCommon', { parent })
    await until(async () => (await stateOf(parent))?.children, 'the common issue knows its case')
    await go(child, 'leaveCommon', { text: '另有原因' })
    await until(async () => !(await stateOf(parent))?.children, 'the common issue has let it go')
    expect((await go(parent, 'joinCommon', { parent: other })).status).toBe(200)
    await until(async () => (await stateOf(other))?.children, 'the other one knows its case')
    expect((await go(child, 'joinCommon', { parent: other })).status).toBe(200)
  })
})

describe('a version that is behind', () => {
  it('is told to those who may read the issue, and to nobody else', async () => {
    const id = await tell.issueAt('handling')
    const behind = { 'if-match': '"1"' }
    const own = await opened.command('parks-1', id, 'addNote', note('旧'), behind)
    expect(own.body).toMatchObject({ status: 412, about: { version: 3 } })
    for (const who of ['talent-1', 'official-3']) {
      const { body } = await opened.command(who, id, 'addNote', note('旧'), behind)
      expect(body).toMatchObject({ status: 403, code: 'notYourUnit' })
      expect(JSON.stringify(body)).not.toContain('version')
    }
  })
})
