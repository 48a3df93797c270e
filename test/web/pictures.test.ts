import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { scratchFolder } from '../support/table.ts'
import { busyOffice } from './pages/busy-office.ts'
import { everyPage, passedThrough } from './pages/every-page.ts'
import { fileOf, takePictures, widths } from './pages/take-pictures.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office } = officeAndBrowser()
const root = fileURLToPath(new URL('../..', import.meta.url))
const kept = `${root}docs/pictures/`
const mostBytes = 160_000

it('every page of the route table is among those that are pictured', () => {
  const table = readFileSync(`${root}web/src/app/router.tsx`, 'utf8')
  const routes = [...table.matchAll(/path: '([^']+)'/g)].map(([, path]) => path)
  expect(routes.length, 'a table that was read').toBeGreaterThan(15)
  const pictured = [...everyPage.map(({ route }) => route), ...passedThrough]
  expect(
    routes.filter((route) => !pictured.includes(route ?? '')),
    'add a row in test/web/pages/every-page.ts and run `npm run pictures`',
  ).toEqual([])
})

it('every page stands in docs/pictures at three widths, small enough to be kept', () => {
  const sizes = everyPage.flatMap((shown) =>
    widths.map((width) => {
      const file = fileOf(shown, width)
      return [file, statSync(kept + file, { throwIfNoEntry: false })?.size ?? 0] as const
    }),
  )
  expect(
    sizes.filter(([, size]) => size < 1_000 || size > mostBytes),
    'missing or too large: run `npm run pictures`',
  ).toEqual([])
})

it('the pictures can be made, and no page is wider than a phone, a tablet or a desk', async () => {
  const scratch = scratchFolder()
  const taken = await takePictures(
    browser(),
    office().office.origin,
    await busyOffice(office()),
    scratch.folder,
  )
  expect(taken.filter(({ width, wide }) => wide > width)).toEqual([])
  expect(taken.flatMap(({ file, faults }) => faults.map((fault) => `${file}: ${fault}`))).toEqual([])
  expect(taken.length).toBe(everyPage.length * widths.length)
  for (const { file } of taken)
    expect(statSync(`${scratch.folder}/${file}`).size, file).toBeGreaterThan(1_000)
  scratch.remove()
}, 240_000)
