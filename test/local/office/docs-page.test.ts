import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice } from '../../support/office.ts'

let opened: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  opened = await openTestOffice()
})
afterAll(() => opened.close())

it('whoever is refused finds, where the problem points, what the code means', async () => {
  const refused = await opened.ask(undefined, 'GET', '/issues')
  const [path, code] = String(refused.body.type).split('#')
  const page = await (await fetch(`${opened.office.origin}${path}`)).text()
  expect(page).toContain(`id="${code}"`)
  expect(page).toContain('请先登录')
})
