import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '../support/office.ts'
import { today } from '../support/today.ts'
import { desk, expectAccessible, isFocused, phone, signIn, somebody } from './browser.ts'
import { firmAt, officeAndBrowser, submit } from './story.ts'

const { anIssue, browser, office, origin } = officeAndBrowser()

const chooseFirm = async (page: Page, firm: { name: string }) => {
  await page.getByLabel('企业名称或信用代码').fill(firm.name)
  await page.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
}
const widthOf = 'document.documentElement.scrollWidth'

describe('a firm that looks for people', () => {
  it('is logged with all that it says of its posts, and unlawful limits are pointed out as they are typed', async () => {
    const firm = firmAt(1)
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', '/log')
    await chooseFirm(page, firm)
    await page.getByRole('radio', { name: '用工' }).check()
    await page.getByLabel('企业说了什么').fill('招普工，限女，请协助。')
    await page.getByText('《妇女权益保障法》第四十三条').waitFor()
    await page.getByLabel('需求岗位').fill('质检员')
    await page.getByLabel('需求人数').fill('5')
    await page.getByRole('button', { name: '填写岗位详情' }).click()
    const post = page.getByRole('group', { name: '岗位 1' })
    expect(await post.getByLabel('岗位名称').inputValue()).toBe('质检员')
    await post.getByLabel('工资下限').fill('6000')
    await post.getByLabel('工资上限').fill('4500')
    await post.getByLabel('学历').selectOption({ label: '高中、中专、技校' })
    await post.getByLabel('班制').selectOption({ label: '两班倒' })
    await post.getByLabel('社保').selectOption({ label: '五险' })
    await post.getByLabel('食宿').selectOption({ label: '包吃住' })
    await post.getByLabel('工作地点').fill('白马园区')
    await post.getByLabel('期望到岗日期').fill('2099-01-01')
    await post.getByLabel('经验').fill('已婚优先')
    await post.getByText('《妇女权益保障法》第四十三条').waitFor()
    await expectAccessible(page, 'posts on a phone')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: '保存并发送' }).click()
    await post.getByText('工资下限不能高于上限（4500元/月）').waitFor()
    await post.getByLabel('工资上限').fill('7000')
    await post.getByLabel('经验').fill('')
    await page.getByRole('button', { name: '保存并发送' }).click()
    const id = (await page.getByRole('status').getByRole('link').textContent()) ?? ''
    const { body } = await office().ask('official-1', 'GET', `/issues/${id}`)
    expect(body.issue).toMatchObject({
      need: { post: '质检员', headcount: 5 },
      hiring: {
        posts: [
          {
            id: 'P1',
            title: '质检员',
            headcount: 5,
            kind: 'full',
            wageFromYuan: 6000,
            wageToYuan: 7000,
            schooling: 'secondary',
            shifts: 'two',
            insurance: 'five',
            board: 'both',
            place: '白马园区',
            wantedOn: '2099-01-01',
          },
        ],
      },
    })
    expect(faults).toEqual([])
    await close()
  })
})

describe('a visit', () => {
  it('says before anything is sent that the firm was visited lately or asks for quiet, and takes counts and place', async () => {
    const firm = firmAt(2)
    const on = today()
    await office().ask('official-1', 'POST', '/visits', {
      kind: 'visit',
      on,
      firms: [firm.uscc],
      noIssues: true,
    })
    await office().ask('official-1', 'POST', `/firms/${firm.uscc}/commands/askQuiet`, { until: '2099-12-31' })
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员1', '/log')
    await chooseFirm(page, firm)
    await page.getByText(`${firm.name}请勿打扰，至2099-12-31`).waitFor()
    await page.getByText(`${firm.name}近30天内（${on}）已走访过`).waitFor()
    await page.getByRole('checkbox', { name: '本次无诉求' }).check()
    await page.getByText('培训、资料、地点（选填）').click()
    await page.getByLabel('政策培训人次').fill('12')
    await page.getByLabel('发放资料份数').fill('30')
    await page.getByLabel('地点').fill('厂区会议室')
    await expectAccessible(page, 'a visit with its warnings')
    await page.getByRole('button', { name: '保存并发送' }).click()
    await page.getByText('已登记。').waitFor()
    const { body } = await office().ask('official-1', 'GET', `/visits?month=${on.slice(0, 7)}&with=trained`)
    expect(body.items).toMatchObject([{ trained: 12, leaflets: 30 }])
    expect(faults).toEqual([])
    await close()
  })

  it('that is a call from the firm needs no such warning', async () => {
    const firm = firmAt(3)
    await office().ask('official-1', 'POST', `/firms/${firm.uscc}/commands/askQuiet`, { until: '2099-12-31' })
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '一线队员2', '/log')
    await chooseFirm(page, firm)
    await page.getByText('请勿打扰').waitFor()
    await page.getByText('培训、资料、地点（选填）').click()
    await page.getByRole('radio', { name: '热线' }).check()
    await page.getByText('请勿打扰').waitFor({ state: 'detached' })
    await close()
  })
})

describe('a meeting without network', () => {
  it('goes into the outbox, and out of it once when the network is back', async () => {
    const firm = firmAt(4)
    const { page, close } = await somebody(browser(), desk)
    await signIn(page, origin(), '一线队员4', '/forum')
    await page.getByLabel('企业 1').fill(firm.name)
    await page.getByRole('list', { name: '找到的企业 1' }).getByRole('button').first().click()
    await page.getByLabel('类别 1').selectOption('other')
    await page.getByLabel('内容 1').fill('会上说的，没有网络')
    await page.getByLabel('会议名称').fill('断网恳谈会')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '全部登记' }).click()
    await page.getByText('已存入待发箱，联网后自动发送。').waitFor()
    expect(await page.getByLabel('内容 1').inputValue(), 'the sheet is free for the next meeting').toBe('')
    await page.context().setOffline(false)
    await page.getByRole('link', { name: '待发' }).first().click()
    await page.getByText('都已发出，这里是空的。').waitFor()
    const { body } = await office().ask('official-4', 'GET', `/issues?firm=${firm.uscc}`)
    expect(body.items).toMatchObject([{ summary: '会上说的，没有网络' }])
    await close()
  })
})

describe('a job fair', () => {
  it('takes its issues by the names of their firms, and names them so', async () => {
    const firm = firmAt(6)
    const id = await anIssue('缺包装工8人，请安排招聘会。', firm, 'hiring')
    await office().command('talent-1', id, 'acceptAssignment')
    const { page, faults, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '人才局承办人1', '/fairs')
    await page.getByRole('button', { name: '登记招聘会' }).click()
    const form = page.getByRole('form', { name: '登记招聘会' })
    await form.getByLabel('名称', { exact: true }).fill('按名称选诉求的专场')
    await form.getByLabel('地点').fill('白马园区广场')
    await form.getByLabel('参加的用工诉求').fill(firm.name)
    await form.getByRole('list', { name: '找到的企业' }).getByRole('button', { name: firm.name }).click()
    await form.getByRole('checkbox', { name: `${firm.name}：缺包装工8人` }).check()
    await expectAccessible(page, 'choosing issues of a fair')
    expect(await page.evaluate(widthOf)).toBeLessThanOrEqual(360)
    await form.getByRole('button', { name: '保存' }).click()
    const fair = page.getByRole('list', { name: '招聘会' }).getByRole('listitem').first()
    await fair.getByText('参加的诉求').click()
    await fair.getByRole('link', { name: firm.name }).click()
    await page.getByRole('heading', { level: 1, name: firm.name }).waitFor()
    await page.getByRole('button', { name: '记录招聘帮扶' }).click()
    await page.getByLabel('哪场招聘会').selectOption({ label: `${today()} 按名称选诉求的专场` })
    expect(faults).toEqual([])
    await close()
  })
})

describe('what is missing', () => {
  it('leads to its field: the arrivals of a post, the need of a loan', async () => {
    const hiring = await anIssue('缺装配工3人。', firmAt(7), 'hiring')
    await office().command('talent-1', hiring, 'acceptAssignment')
    await office().command('talent-1', hiring, 'addPost', { title: '装配工', headcount: 3, kind: 'full' })
    const talent = await somebody(browser())
    await signIn(talent.page, origin(), '人才局承办人1', `/issues/${hiring}`)
    await talent.page.getByRole('button', { name: /P1 装配工：到岗0人，还差3人/ }).click()
    await isFocused(talent.page.getByLabel('到岗'))
    expect(await talent.page.getByRole('form').getByLabel('岗位', { exact: true }).inputValue()).toBe('P1')
    await talent.close()

    const loan = await anIssue('想贷款，金额还没有说。', firmAt(8), 'financing')
    await office().command('finance-1', loan, 'acceptAssignment')
    const { page, close } = await somebody(browser(), phone)
    await signIn(page, origin(), '金融局承办人1', `/issues/${loan}`)
    await page.getByRole('list', { name: '还缺什么' }).getByRole('button', { name: '填写期限' }).click()
    await isFocused(page.getByLabel('期限'))
    await page.keyboard.type('12')
    await expectAccessible(page, 'the need of a loan on a phone')
    await close()
  })
})

describe('the answer to a question about a policy', () => {
  it('names the policies that it rests on by their titles, and leads to them', async () => {
    const id = await anIssue('研发奖补怎么申报？', firmAt(9), 'policy')
    const { body } = await office().ask('official-1', 'GET', '/policies')
    const [policy] = body.items as { id: string; title: string }[]
    const department = await until(async () => {
      const found = await office().ask('dispatcher', 'GET', `/issues/${id}`)
      return (found.body.issue as { assignment?: { department: string } }).assignment?.department
    }, 'its department')
    await office().command(`${department}-1`, id, 'acceptAssignment')
    const { page, faults, close } = await somebody(browser())
    const { body: directory } = await office().ask('dispatcher', 'GET', '/directory')
    const handler = (directory.users as { id: string; name: string }[]).find(
      (user) => user.id === `${department}-1`,
    )
    await signIn(page, origin(), String(handler?.name), `/issues/${id}`)
    await page.getByRole('button', { name: '记录首次联系' }).click()
    await page.getByRole('radio', { name: '电话' }).check()
    await submit(page, '记录首次联系')
    await page.getByRole('button', { name: '申请办结' }).click()
    await page.getByLabel('办结类型').selectOption({ label: '已解决' })
    await page.getByLabel('说明').fill('已说明申报条件和时间。')
    await page.getByRole('checkbox', { name: policy?.title ?? '' }).check()
    await submit(page, '申请办结')
    await page
      .getByRole('region', { name: '基本情况' })
      .getByRole('link', { name: policy?.title ?? '' })
      .click()
    await page.getByRole('article', { name: policy?.title ?? '' }).waitFor()
    expect(faults).toEqual([])
    await close()
  })
})
