import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { expectAccessible, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, origin } = officeAndBrowser()

const sample = fileURLToPath(new URL('../../samples/forum-ledger.xlsx', import.meta.url))

describe('the ledger of a year of forums', () => {
  it('is looked at before it is imported, row by row, and routed as suggested in one go', async () => {
    const { page, faults, close } = await somebody(browser())
    await signIn(page, origin(), '调度员', '/import')
    await page.getByLabel('台账文件（.xlsx 或 .csv）').setInputFiles(sample)
    await page.getByRole('heading', { name: '预览（还没有导入）' }).waitFor()
    await page.getByText('列的对应：认出 18 列，未用 0 列').click()
    await page.getByText('资金需求（万元） → 资金需求').waitFor()
    const table = page.getByRole('region', { name: '台账各行' })
    await page.getByLabel('只看').selectOption({ label: '有错误' })
    expect(await table.getByRole('row').count(), 'the heading and one row with an error').toBe(2)
    await expectAccessible(page, 'the preview of a ledger')
    await page.getByLabel('只看').selectOption({ label: '全部' })

    await page.getByRole('checkbox', { name: '连同有提醒的 1 行一起导入' }).check()
    await page.getByRole('button', { name: '导入 116 行' }).click()
    await page.getByRole('heading', { name: '已导入 116 行' }).waitFor()

    await page.getByRole('link', { name: '工作台' }).click()
    const list = page.getByRole('list', { name: '诉求' })
    await list.getByRole('link').first().waitFor()
    await until(
      async () => {
        await page.reload()
        return (await page.getByText(/^已列出/).textContent())?.includes('已列出 5 件')
      },
      'five issues that the rules leave to the dispatcher',
      20_000,
    )
    await page.getByRole('checkbox', { name: /^全选/ }).check()
    await page.getByRole('button', { name: '按建议交办（5）' }).click()
    await page.getByText('办成 5 件，未办成 0 件。').waitFor()
    expect(faults).toEqual([])
    await close()
  }, 90_000)
})
