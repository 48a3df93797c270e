import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeRobot, robotFrom } from '../../../functions/lib/robot.ts'
import { freePort } from '../../../local/engine/free-port.ts'
import { type ARobot, openRobot } from './a-robot.ts'

const message = {
  to: ['园区建设服务局', '调度员'],
  issue: '20261123-7K3Q9',
  zh: '办结已逾期（11月30日 17:00到期）。',
  link: 'https://zhuqi.example.cn/issues/20261123-7K3Q9',
}

let robot: ARobot
beforeEach(async () => {
  robot = await openRobot()
})
afterEach(() => robot.close())

const whyNot = async (sending: Promise<void>) => {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  return `${error} ${(error as Error).cause ?? ''}`
}

describe('a robot of a chat group', () => {
  it('of WeCom is given markdown under "content"', async () => {
    await makeRobot({ kind: 'wecom', url: robot.url })(message)
    const [said] = robot.said
    expect(said?.url.search).toBe('?key=the-key')
    expect(said?.type).toMatch(/^application\/json/)
    expect(said?.body).toEqual({ msgtype: 'markdown', markdown: { content: expect.any(String) } })
    const [text = ''] = robot.texts()
    for (const part of ['助企', ...message.to, message.issue, message.zh, message.link])
      expect(text).toContain(part)
    expect(Buffer.byteLength(text)).toBeLessThan(4096)
  })

  it('of DingTalk is given a title and markdown under "text", signed where the group asks for it', async () => {
    const nowMs = 1_795_397_400_000
    await makeRobot({ kind: 'dingtalk', url: robot.url, secret: 'SEC1' }, 1_000, () => nowMs)(message)
    const [said] = robot.said
    expect(said?.body).toEqual({
      msgtype: 'markdown',
      markdown: { title: '助企通知', text: expect.stringContaining(message.zh) },
    })
    expect(Object.fromEntries(said?.url.searchParams ?? [])).toEqual({
      key: 'the-key',
      timestamp: String(nowMs),
      sign: createHmac('sha256', 'SEC1').update(`${nowMs}\nSEC1`).digest('base64'),
    })
  })

  it('of DingTalk without a secret is not signed', async () => {
    await makeRobot({ kind: 'dingtalk', url: robot.url })(message)
    expect(robot.said[0]?.url.search).toBe('?key=the-key')
  })

  it.each([
    ['answers 500', { status: 500 }],
    [
      'says in the body that it did not take it',
      { body: '{"errcode":45009,"errmsg":"api freq out of limit"}' },
    ],
    ['answers something else', { body: '<html>welcome</html>' }],
    ['answers nothing', { body: '' }],
    ['leads elsewhere', { status: 302, location: 'http://127.0.0.1:9/' }],
    ['never answers', { silent: true }],
  ])('that %s makes the sending fail, without telling its key', async (_, answer) => {
    robot.answers(answer)
    expect(await whyNot(makeRobot({ kind: 'wecom', url: robot.url }, 200)(message))).not.toContain('the-key')
    expect(robot.said).toHaveLength(1)
  })

  it('that is not there makes the sending fail, without telling its key', async () => {
    const url = `http://127.0.0.1:${await freePort()}/send?key=the-key`
    expect(await whyNot(makeRobot({ kind: 'wecom', url })(message))).not.toContain('the-key')
  })
})

describe('the settings of a robot', () => {
  const settings = (kind: string | undefined, url: string | undefined) => ({
    ZHUQI_ROBOT_KIND: kind,
    ZHUQI_ROBOT_URL: url,
  })

  it('are absent in most offices, which then have none', () => {
    expect(robotFrom({})).toBeUndefined()
    expect(robotFrom(settings('wecom', ''))).toBeUndefined()
  })

  it('name the kind and an https address', () => {
    expect(robotFrom(settings('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=1'))).toBeTypeOf(
      'function',
    )
  })

  it.each([
    ['no kind', settings(undefined, 'https://example.cn/send?key=the-key')],
    ['an unknown kind', settings('feishu', 'https://example.cn/send?key=the-key')],
    ['an address that anybody on the way can read', settings('wecom', 'http://example.cn/send?key=the-key')],
    ['an address that is none', settings('wecom', 'the-key')],
  ])('are refused when they have %s, without showing the key', (_, env) => {
    expect(() => robotFrom(env)).toThrow(/ZHUQI_ROBOT_URL.*ZHUQI_ROBOT_KIND/)
    expect(() => robotFrom(env)).not.toThrow(/the-key/)
  })
})
