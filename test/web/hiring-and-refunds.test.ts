import { describe, expect, it } from 'vitest'
import { today } from '../support/today.ts'
import { desk, expectAccessible, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser, submit } from './story.ts'

const { browser, office, origin, anIssue } = officeAndBrowser()

const widthOf = 'document.documentElement.scrollWidth'

describe('an issue of hiring', () => {
  it('gets its post, a warning where the wording is unlawful, and its counts; the page says what is missing', async () => {
    const id = await anIssue('车间缺质检员5人，请帮助招聘。', firmAt(5), 'hiring')
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '人才局承办人1', `/issues/${id}`)
    await page.getByRole('button', { name: '签收', exact: true }).click()
    await submit(page, '签收')
    await page.getByRole('button', { name: '添加岗位' }).click()
    const form = page.getByRole('form', { name: '登记岗位' })
    await form.getByLabel('岗位名称').fill('质检员')
    await form.getByLabel('人数').fill('5')
    await form.getByRole('radio', { name: '全职' }).check()
    await form.getByLabel('工资下限（元/月，税前）').fill('4500')
    await form.getByLabel('工资上限（元/月，税前）').fill('4000')
    await form.getByLabel('经验').fill('限女，已婚优先')
    await submit(page, '登记岗位')
    await form.getByText('工资下限不能高于上限（4000元/月）').waitFor()
    await form.getByLabel('工资上限（元/月，税前）').fill('6000')
    await submit(page, '登记岗位')
    const posts = page.getByRole('region', { name: '岗位', exact: true })
    await posts.getByText('《妇女权益保障法》第四十三条').first().waitFor()
    await posts.getByRole('button', { name: '填报 P1 进展' }).click()
    const funnel = page.getByRole('form', { name: '填报招聘进展' })
    await funnel.getByLabel('截至日期').fill(today())
    await funnel.getByLabel('到岗（人）').fill('2')
    await submit(page, '填报招聘进展')
    await posts.getByText('还差3人').waitFor()
    await expectAccessible(page, 'a hiring issue at a desk')
    await page.setViewportSize(phone.viewport)
    await expectAccessible(page, 'a hiring issue on a phone')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })
})

describe('an issue of a tax refund', () => {
  it('shows each step with who reported it, and the tax office’s time', async () => {
    const id = await anIssue('留抵税额较大，希望申请退税。', firmAt(6), 'taxRefund')
    await office().command('tax-1', id, 'acceptAssignment')
    const on = today()
    const applied = await office().command('tax-1', id, 'recordRefundStep', {
      step: 'applied',
      on,
      saidBy: 'firm',
    })
    expect(applied.status).toBe(200)
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '税务局承办人1', `/issues/${id}`)
    await page.getByRole('button', { name: '记录退税进展' }).click()
    const form = page.getByRole('form', { name: '记录退税进展' })
    await form.getByLabel('到了哪一步').selectOption({ label: '已受理' })
    await form.getByLabel('日期').fill(on)
    await form.getByRole('radio', { name: '税务机关告知' }).check()
    await submit(page, '记录退税进展')
    const panel = page.getByRole('region', { name: '退税进展' })
    await panel.getByText('税务机关应于').waitFor()
    await panel.getByText('企业告知').waitFor()
    await expectAccessible(page, 'a refund on a phone')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })
})

describe('the estimate of a refund', () => {
  it('shows February beside January for a firm of class C, marked as an estimate', async () => {
    const { page, faults, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '一线队员1', '/tax-estimate')
    const choose = (group: string, name: string) =>
      page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check()
    await page.getByLabel('拟申请月份').fill('2026-01')
    await choose('增值税一般纳税人', '是')
    await choose('纳税缴费信用级别', 'B')
    await choose('近36个月有骗取退税或虚开专票', '否')
    await page.getByLabel('近36个月因偷税被处罚次数').fill('0')
    await choose('2019年4月以来享受过即征即退、先征后返（退）', '否')
    await page.getByLabel('经营月数').fill('40')
    for (const share of ['制造业', '科学研究和技术服务业', '软件和信息技术服务业', '生态保护和环境治理业'])
      await page.getByLabel(`${share}销售额占比（%）`).fill('1')
    await page.getByLabel('房地产开发经营占比（%，含预收款）').fill('0')
    await page.getByLabel('进项构成比例（%）').fill('90')
    const balances = [
      '2024年12月 10',
      '2025年7月 30',
      '2025年8月 40',
      '2025年9月 50',
      '2025年10月 60',
      '2025年11月 70',
      '2025年12月 90',
      '2026年1月 100',
    ]
    for (const balance of balances) {
      const [month = '', wan = ''] = balance.split(' ')
      await page.getByLabel(`${month}末留抵税额（万元）`).fill(wan)
    }
    await page.getByRole('button', { name: '估算', exact: true }).click()
    await page.getByRole('region', { name: '2026-01 申请' }).getByText('估算：43.2 万元').waitFor()
    await page.getByRole('region', { name: '2026-02 申请' }).getByText('估算：0 元').waitFor()
    await expectAccessible(page, 'the estimate at a desk')
    expect(faults).toEqual([])
    await close()
  })

  it('names the field and the rule for a share over one', async () => {
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', '/tax-estimate')
    await page.getByLabel('房地产开发经营占比（%，含预收款）').fill('150')
    await page.getByRole('button', { name: '估算', exact: true }).click()
    await page.getByText('占比须在0到1之间，如60%填0.6').waitFor()
    await expectAccessible(page, 'the estimate on a phone')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    await close()
  })
})

describe('the page of job fairs', () => {
  it('records one and counts it', async () => {
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '人才局承办人1', '/fairs')
    await page.getByRole('button', { name: '登记招聘会' }).click()
    const form = page.getByRole('form', { name: '登记招聘会' })
    await form.getByLabel('名称').fill('白马园区专场')
    await form.getByLabel('地点').fill('白马园区广场')
    await form.getByLabel('到场（人次）').fill('300')
    await form.getByRole('button', { name: '保存' }).click()
    await page.getByRole('list', { name: '招聘会' }).getByText('到场（人次） 300').waitFor()
    await expectAccessible(page, 'fairs on a phone')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    await close()
  })
})
