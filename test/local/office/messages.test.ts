import { expect, it } from 'vitest'
import type { Message } from '../../../functions/lib/messenger.ts'
import { inBackground } from '../../../local/office/messages.ts'
import { until } from '../../support/office.ts'

const message = (issue: string): Message => ({
  to: ['调度员'],
  issue,
  zh: '逾期。',
  link: 'https://example.cn',
})

it('messages leave one after another, without keeping anyone waiting', async () => {
  const said: string[] = []
  let answer = () => {}
  const send = inBackground(
    (one) => {
      said.push(one.issue)
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    () => {},
  )
  await send(message('1'))
  await send(message('2'))
  await until(async () => said.length === 1, 'the first is said')
  answer()
  await until(async () => said.length === 2, 'the second is said')
})

it('a message that fails is reported, and the next one is sent', async () => {
  const said: string[] = []
  const faults: unknown[] = []
  const send = inBackground(
    async (one) => {
      if (one.issue === '1') throw new Error('no')
      said.push(one.issue)
    },
    (error) => faults.push(error),
  )
  await send(message('1'))
  await send(message('2'))
  await until(async () => said.length === 1, 'the second is said')
  expect(faults).toHaveLength(1)
})

it('behind a robot that hangs only so many wait, and the rest is refused', async () => {
  const send = inBackground(
    () => new Promise(() => {}),
    () => {},
  )
  for (let sent = 0; sent < 50; sent++) await send(message(String(sent)))
  await expect(send(message('one too many'))).rejects.toThrow('waiting')
})
