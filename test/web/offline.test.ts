import { describe, expect, it } from 'vitest'
import firms from '../../samples/firms.json' with { type: 'json' }
import { expectAccessible, phone, signIn, somebody } from './browser.ts'
import { officeAndBrowser } from './story.ts'

const { browser, office, origin } = officeAndBrowser()

/** Runs in the page: how much of what was sent the device still holds, drafts included. */
const keptParcels = `new Promise((resolve) => {
  indexedDB.open('zhuqi').onsuccess = (opened) => {
    const stores = opened.target.result.transaction(['parcels', 'drafts'])
    const counts = ['parcels', 'drafts'].map((name) => stores.objectStore(name).count())
    stores.oncomplete = () => resolve(counts.reduce((sum, count) => sum + count.result, 0))
  }
})`

const issuesOf = async (uscc: string) => {
  const { body } = await office().ask('official-1', 'GET', `/issues?firm=${uscc}`)
  return body.items as { summary: string }[]
}

describe('in a workshop without signal', () => {
  it('the portal opens, keeps what is logged, and sends it once and in order when the network is back', async () => {
    const [firm] = firms
    if (!firm) throw new Error('no sample firms')
    const { page, faults, close } = await somebody(browser(), phone)
    const context = page.context()
    await signIn(page, origin(), '一线队员1', '/log')
    // Once seen, a firm can be found without network.
    await page.getByLabel('企业名称或信用代码').fill(firm.name)
    await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    await page.reload()
    await page.getByText('已恢复上次没有发出的草稿').waitFor()

    await context.setOffline(true)
    await page.reload()
    await page.getByRole('heading', { name: '登记走访' }).waitFor()
    const log = async (content: string) => {
      if (await page.getByLabel('企业名称或信用代码').isVisible()) {
        await page.getByLabel('企业名称或信用代码').fill(firm.name)
        await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
      }
      await page.getByRole('radio', { name: '用工' }).check()
      await page.getByLabel('企业说了什么').fill(content)
      await page.getByRole('button', { name: '保存并发送' }).click()
      await page.getByText('已存入待发箱，联网后自动发送。').waitFor()
    }
    await log('没有信号时的第一件')
    await log('没有信号时的第二件')
    await page.getByRole('link', { name: /待发/ }).first().click()
    await page.getByRole('heading', { name: '待发箱' }).waitFor()
    expect(await page.getByText('等待发送').count()).toBe(2)
    await expectAccessible(page, 'the outbox with two parcels')
    // The page may be closed and opened again meanwhile.
    await page.reload()
    await page.getByText('等待发送').first().waitFor()
    expect(await issuesOf(firm.uscc)).toEqual([])

    const arrived: string[] = []
    page.on('response', (response) => {
      const sent = response.request().postDataJSON()?.issues?.[0]?.content
      if (sent) arrived.push(sent)
    })
    await context.setOffline(false)
    await page.getByText('都已发出，这里是空的。').waitFor()
    expect(arrived).toEqual(['没有信号时的第一件', '没有信号时的第二件'])
    expect(await issuesOf(firm.uscc)).toHaveLength(2)
    expect(await page.evaluate(keptParcels), 'parcels left on the device').toBe(0)
    expect(faults).toEqual([])
    await close()
  })

  it('the portal opens for whoever was there last, also where the browser has forgotten the session', async () => {
    const firm = firms[2]
    if (!firm) throw new Error('no sample firms')
    const { page, close } = await somebody(browser(), phone)
    const context = page.context()
    await signIn(page, origin(), '一线队员1', '/log')
    await page.getByLabel('企业名称或信用代码').fill(firm.name)
    await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
    await page.getByRole('button', { name: '换一家' }).click()
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    await page.reload()
    await context.setOffline(true)
    // A new tab has no session.
    const later = await context.newPage()
    await later.goto(origin())
    await later.getByRole('link', { name: '没有网络？一线队员1可以先登记走访，登录后发送' }).click()
    await later.getByLabel('企业名称或信用代码').fill(firm.name)
    await later.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
    await later.getByRole('checkbox', { name: '本次无诉求' }).check()
    await later.getByRole('button', { name: '保存并发送' }).click()
    await later.getByText('已存入待发箱，联网后自动发送。').waitFor()
    await context.setOffline(false)
    await later.getByRole('button', { name: '重新登录' }).first().click()
    await later.waitForURL(`${origin()}/log`)
    await later.getByRole('link', { name: '待发', exact: true }).click()
    await later.getByText('都已发出，这里是空的。').waitFor()
    await close()
  })

  it('what the office refuses stays with its reason, and can be corrected and sent', async () => {
    const firm = firms[1]
    if (!firm) throw new Error('no sample firms')
    const known = { firm: { uscc: firm.uscc }, category: 'other', content: '门口路灯不亮' }
    await office().ask('official-1', 'POST', '/issues', known)
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', '/log')
    await page.getByLabel('企业名称或信用代码').fill(firm.name)
    await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
    await page.getByRole('radio', { name: '其他' }).check()
    await page.getByLabel('企业说了什么').fill('门口路灯不亮')
    await page.getByRole('button', { name: '保存并发送' }).click()
    await page.getByText('有 1 件没有登记上').waitFor()
    await page.getByRole('link', { name: '请到待发箱查看原因并更正' }).click()
    await page.getByText('已经提过同样的诉求').waitFor()
    await page.getByRole('button', { name: '打开更正' }).click()
    await page.getByLabel('企业说了什么').fill('门口路灯不亮，另有两处井盖松动')
    await page.getByRole('button', { name: '保存并发送' }).click()
    await page.getByText('已登记。').waitFor()
    const found = await issuesOf(firm.uscc)
    expect(found.map((issue) => issue.summary)).toContain('门口路灯不亮，另有两处井盖松动')
    await close()
  })
})
