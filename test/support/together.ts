import { expect } from 'vitest'
import { allQueues } from '../../functions/lib/open-work.ts'
import { addReference } from '../../functions/lib/reference.ts'
import { openQuietOffice, type QuietOffice } from './quiet-office.ts'
import { scratchFolder } from './table.ts'
import { told } from './told.ts'

/** A unit outside, for which someone of the innovation department stands here. */
const since = { validFrom: '2020-01-02', source: '联络员名单' }
const power = {
  department: [{ id: 'power', name: '供电公司', outside: true, ...since }],
  user: [
    {
      id: 'innovation-2',
      name: '联络员',
      role: 'handler' as const,
      department: 'innovation',
      liaisonOf: ['power'],
      ...since,
    },
  ],
}

export const text = '见会议纪要。'

type Row = { id: string; asks?: string; deadline: string; handler?: string }
type Issue = {
  stage: string
  parent?: string
  children?: string[]
  closureSuggested?: object
  assignment: { dues: { close: string; assist?: string }; assisting?: string[] }
  work: { handler: string }
}

/** Stories in which several departments, or several issues, belong together. */
const together = (opened: QuietOffice) => {
  const tell = told(opened)
  const rowsOf = async (by: string, queue: string) => {
    const { body } = await opened.ask(by, 'GET', `/issues?queue=${queue}&limit=100`)
    return body.items as Row[]
  }
  /** Every queue in which an issue stands, as often as it stands there, with what it asks for. */
  const places = async (id: string) => {
    const names = allQueues(await opened.office.container.reference())
    const found = await Promise.all(
      names.map(async (queue) =>
        (await rowsOf('dispatcher', queue)).flatMap((row) =>
          row.id === id ? [[queue, row.asks].filter(Boolean).join(' ')] : [],
        ),
      ),
    )
    return found.flat().toSorted()
  }
  const issueOf = async (id: string) => (await tell.viewOf(id)).issue as Issue
  const refused = async (by: string, id: string, name: string, input: object, code: string) => {
    const { status, body } = await opened.command(by, id, name, input)
    expect(body, `${name} by ${by}`).toMatchObject({ status, code, title: expect.stringMatching(/。$/) })
    expect(status).toBeGreaterThanOrEqual(400)
  }
  const quiet = async (by: string, id: string, name: string, input: object) =>
    expect((await tell.gives(by, id, name, input)).body.events).toEqual([])
  /** With the talent department, helped by the innovation department and by the unit outside. */
  const assisted = async (assisting = ['innovation', 'power']) => {
    const id = await tell.issueAt('assigned')
    await tell.gives('dispatcher', id, 'transferIssue', { department: 'talent', assisting })
    return id
  }
  return { ...opened, ...tell, rowsOf, places, issueOf, refused, quiet, assisted }
}
export type Together = ReturnType<typeof together>

/** An office that knows the unit outside, and that can be shut and entered again. */
export const officeWithLiaison = async () => {
  const scratch = scratchFolder()
  const enter = async (start?: Date) =>
    together(await openQuietOffice({ dataDir: scratch.folder, ...(start && { start }) }))
  const empty = await enter()
  await addReference(empty.office.plainTable, power)
  await empty.close()
  return { enter, remove: scratch.remove }
}
