import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { today } from '../support/today.ts'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser, submit } from './story.ts'

const { browser, office, origin, anIssue } = officeAndBrowser()

describe('a manager', () => {
  it('opens the issues behind a figure, looks at what it is divided by, and comes back to it', async () => {
    const id = await anIssue('厂房扩建缺资金，希望贷款。')
    const month = today().slice(0, 7)
    await until(async () => {
      const { body } = await office().ask('manager', 'GET', `/indicators?month=${month}`)
      return (body.rows as { counts: { logged?: number } }[])[0]?.counts.logged === 1
    }, 'the issue in the figures')
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '分管领导', '/figures')
    await page.getByRole('button', { name: /^办结率 全区 登记口径 0\/1/ }).click()
    const behind = page.getByRole('region', { name: '数字背后的诉求' })
    await behind.getByText('已列出 0 件').waitFor()
    await behind.getByText('办结是部门所报，不等于解决').waitFor()
    await behind.getByRole('radio', { name: '分母' }).check()
    await behind.getByRole('link', { name: id }).waitFor()
    await expectAccessible(page, 'a figure that was opened')
    await behind.getByRole('link', { name: id }).click()
    await page.getByRole('heading', { name: '基本情况' }).waitFor()
    await page.goBack()
    await behind.getByRole('link', { name: id }).waitFor()
    await page.getByText('图表', { exact: true }).click()
    await page.getByRole('img', { name: '按月趋势，数字见表' }).waitFor()
    const funnel = page.getByRole('region', { name: /^办结漏斗.*（表）$/ })
    await funnel.getByRole('row', { name: '登记受理 1' }).waitFor()
    await funnel.getByRole('row', { name: '部门办结 0' }).waitFor()
    await page.getByRole('button', { name: `出具 ${month} 月报` }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('list', { name: '已出具的报告' }).getByRole('button', { name: /^下载/ }).click()
    expect((await download).suggestedFilename()).toMatch(/月报\.docx$/)
    const week = page.getByLabel('周报所在的周（任选一天）')
    await week.fill('2026-11-18')
    await page.getByText('企业诉求办理周报（2026-11-16 至 2026-11-22）').first().waitFor()
    await page.getByRole('button', { name: '出具 2026-11-16 起的周报' }).click()
    const reports = page.getByRole('list', { name: '已出具的报告' })
    await reports.getByText('企业诉求办理周报（2026-11-16 至 2026-11-22）').waitFor()
    await expectAccessible(page, 'charts and reports at a desk')
    await office().command('official-1', id, 'withdrawIssue', { text: '企业已自行解决。' })
    await until(async () => {
      const { body } = await office().ask('manager', 'GET', `/indicators?month=${month}`)
      return (body.rows as { counts: { withdrawn?: number } }[])[0]?.counts.withdrawn === 1
    }, 'the withdrawal in the figures')
    await reports
      .getByRole('listitem')
      .filter({ hasText: '月报' })
      .getByRole('button', { name: /^重新核算/ })
      .click()
    const recount = reports.getByRole('region', { name: /重新核算$/ })
    await recount.getByText('报告与出具时一字不差。').waitFor()
    const differences = recount.getByRole('list', { name: '差异' })
    await differences.getByText('办结率（登记口径）：报告 0/1，现为 —').waitFor()
    await differences.getByRole('link', { name: id }).first().waitFor()
    await expectAccessible(page, 'a report that was counted again')
    await page.setViewportSize(phone.viewport)
    await page.getByRole('button', { name: '大字' }).click()
    await expectAccessible(page, 'a figure that was opened, in large letters on a phone')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })

  it('draws issues at random for an inspection, and takes the file of one and of all of them', async () => {
    const id = await anIssue('招工困难，希望帮助。')
    const month = today().slice(0, 7)
    await until(async () => {
      const { body } = await office().ask('manager', 'GET', `/indicators/sample?month=${month}&n=200`)
      return (body.items as { id: string }[]).some((one) => one.id === id)
    }, 'the issue among those that can be drawn')
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '分管领导', '/figures')
    const drawing = page.getByRole('region', { name: '随机抽查' })
    await drawing.getByLabel('抽取件数').fill('0')
    await drawing.getByText('请填 1 到 200 的整数').waitFor()
    await drawing.getByLabel('抽取件数').fill('200')
    await drawing.getByRole('button', { name: `从 ${month} 登记的诉求中抽取` }).click()
    const drawn = drawing.getByRole('list', { name: '抽中的诉求' })
    await drawn.getByRole('link', { name: id }).waitFor()
    await drawing.getByText(/^从 \d+ 件中抽取 \d+ 件，种子 /).waitFor()
    await expectAccessible(page, 'a sample that was drawn')
    const taken = async (button: string) => {
      const download = page.waitForEvent('download')
      await drawing.getByRole('button', { name: button }).click()
      return (await download).suggestedFilename()
    }
    expect(await taken(`一件一档 ${id}`)).toBe(`一件一档-${id}.docx`)
    expect(await taken('下载全部档案')).toBe(`抽查件-${month}.docx`)
    await page.setViewportSize(phone.viewport)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })
})

describe('the finance office', () => {
  it('sees what is missing, fills it in, opens a round and asks a bank, all at its desk', async () => {
    const id = await anIssue('流动资金紧张，希望贷款三百万元。')
    await office().command('finance-1', id, 'acceptAssignment')
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '金融局承办人1', `/issues/${id}`)
    const panel = page.getByRole('region', { name: '银行推荐' })
    const missing = panel.getByRole('list', { name: '还缺什么' })
    await missing.getByText('选择贷款用途').waitFor()
    await panel.getByRole('button', { name: '登记融资需求' }).click()
    const need = panel.getByRole('form', { name: '登记融资需求' })
    await need.getByLabel('资金需求（万元）').fill('300')
    await need.getByLabel('期限（月）').fill('12')
    await need.getByLabel('贷款用途').selectOption({ label: '流动资金' })
    await need.getByRole('checkbox', { name: '无（信用）' }).check()
    await need.getByLabel('还款来源').selectOption({ label: '经营收入' })
    await need.getByRole('group', { name: '是否首贷' }).getByRole('radio', { name: '是' }).check()
    for (const criterion of [
      '合规持续经营',
      '固定经营场所',
      '真实融资需求',
      '信用状况良好',
      '贷款用途依法合规',
    ])
      await need
        .getByRole('group', { name: criterion })
        .getByRole('radio', { name: '符合', exact: true })
        .check()
    await expectAccessible(page, 'the need of a financing issue')
    await submit(page, '登记融资需求')
    await missing.waitFor({ state: 'detached' })
    await panel.getByRole('button', { name: '发起银行推荐' }).click()
    const round = panel.getByRole('form', { name: '发起银行推荐' })
    await round.getByRole('radio', { name: '同时推荐' }).check()
    await round.getByRole('checkbox', { name: '沱江农村商业银行' }).check()
    await submit(page, '发起银行推荐')
    await panel.getByRole('link', { name: 'R01 沱江农村商业银行' }).waitFor()
    await panel.getByRole('button', { name: '向银行推荐', exact: true }).click()
    await panel.getByRole('form', { name: '向银行推荐' }).getByRole('radio', { name: '是' }).check()
    await submit(page, '向银行推荐')
    await panel.getByText('已推荐', { exact: true }).waitFor()
    await expectAccessible(page, 'rounds of a financing issue')
    await page.setViewportSize(phone.viewport)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })
})
