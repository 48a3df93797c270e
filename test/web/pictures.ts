import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openTestOffice } from '../support/office.ts'
import { openBrowser } from './browser.ts'
import { busyOffice } from './pages/busy-office.ts'
import { takePictures } from './pages/take-pictures.ts'

/** `npm run pictures`: every page at the width of a phone, a tablet and a desk, into docs/pictures. */
const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const browser = await openBrowser()
const office = await openTestOffice()
try {
  const taken = await takePictures(browser, office.office.origin, await busyOffice(office), folder)
  for (const { file, width, wide } of taken) if (wide > width) console.error(`${file} is ${wide} pixels wide`)
  console.log(`${taken.length} pictures in docs/pictures`)
} finally {
  await browser.close()
  await office.close()
}
