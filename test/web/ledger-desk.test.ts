import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser } from './story.ts'

const { browser, office, origin, anIssue, stageOf } = officeAndBrowser()

describe('the ledger at a desk', () => {
  it('is taken out, filled in with another program, looked at and handed back', async () => {
    const id = await anIssue('厂区道路破损，请修复。', firmAt(5), 'other')
    const handler = 'parks-1'
    await office().command(handler, id, 'acceptAssignment')
    const { page, close } = await somebody(browser())
    await signIn(page, origin(), '园区局承办人1', '/ledger')
    await expectAccessible(page, 'the ledger page')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    const saved = await (await download).path()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(saved)
    const sheet = workbook.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    const heads = (sheet.getRow(1).values as string[]).slice(1)
    sheet.eachRow((row) => {
      if (row.getCell(heads.indexOf('诉求编号') + 1).value !== id) return
      row.getCell(heads.indexOf('办理情况') + 1).value = '路面已修复，企业已验收。'
      row.getCell(heads.indexOf('是否办结') + 1).value = '是'
    })
    const buffer = Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
    await page.getByLabel('填好的台账').setInputFiles({
      name: '台账.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })
    await page.getByText('将办理 1 件').waitFor()
    expect(await stageOf(id)).toBe('handling')
    await expectAccessible(page, 'what a returned ledger asks for')
    await page.getByRole('button', { name: '办理 1 件' }).click()
    await page.getByText('已办理 1 件').waitFor()
    expect(await stageOf(id)).toBe('confirming')
    await close()
  })

  it('gives the papers of an issue, also on a phone', async () => {
    const id = await anIssue('希望贷款320万元。', firmAt(6))
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '调度员', `/issues/${id}`)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载交办单' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe(`交办单-${id}.docx`)
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await close()
  })
})
