import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stateWords } from '../../web/src/words/states.ts'
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin, anIssue } = officeAndBrowser()

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

describe('the page of an issue', () => {
  it('draws where the workflow stands from the definition that runs, also on a phone', async () => {
    const id = await anIssue('希望贷款300万元，用于购置设备。')
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '调度员', `/issues/${id}`)
    await page.getByText('流程图', { exact: true }).click()
    const drawing = page.getByRole('img', { name: '流程现在停在：等待签收' })
    await drawing.waitFor()
    const { States } = JSON.parse(readFileSync('workflows/issue-lifecycle.asl.json', 'utf8'))
    const drawn = await drawing.locator('text').allTextContents()
    expect(drawn.sort()).toEqual(
      Object.keys(States)
        .map((name) => stateWords[name] ?? '')
        .sort(),
    )
    await expectAccessible(page, 'an issue with its workflow')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await close()
  })

  it('gives an attached file back as it was sent', async () => {
    const id = await anIssue('希望贷款310万元，用于购置设备。')
    const file = {
      name: '营业执照.pdf',
      type: 'application/pdf',
      base64: pdf.toString('base64'),
      firmSees: false,
    }
    expect((await office().ask('finance-1', 'POST', `/issues/${id}/files`, file)).status).toBe(201)
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '金融局承办人1', `/issues/${id}`)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '营业执照.pdf' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('营业执照.pdf')
    expect(readFileSync(await saved.path())).toEqual(pdf)
    await close()
  })
})

describe('the portal on a slow line', () => {
  it('comes compressed to a browser that can read it, and plain to one that cannot', async () => {
    const page = await (await fetch(origin())).text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
    const sizeOf = async (accept: string) => {
      const answer = await fetch(`${origin()}${script}`, { headers: { 'accept-encoding': accept } })
      return { coding: answer.headers.get('content-encoding'), text: await answer.text() }
    }
    const [small, plain] = [await sizeOf('br'), await sizeOf('identity')]
    expect([small.coding, plain.coding]).toEqual(['br', null])
    expect(small.text).toBe(plain.text)
  })
})
