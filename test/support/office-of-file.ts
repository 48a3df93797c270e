import { afterAll, beforeEach } from 'vitest'
import { openQuietOffice } from './quiet-office.ts'

/** A quiet office for the stories of one file (or of one `describe`), closed after the last of them. */
export const officeOfFile = async (more: Parameters<typeof openQuietOffice>[0] = {}) => {
  const opened = await openQuietOffice(more)
  afterAll(() => opened.close())
  return opened
}

/** The same with a gateway for text messages: `texts` are those of the story that is told, `gateway.is` may be changed. */
export const officeThatTexts = async () => {
  const texts: { to: string; text: string }[] = []
  const gateway: { is: 'up' | 'down' } = { is: 'up' }
  const opened = await officeOfFile({
    sms: async (to, text) => {
      if (gateway.is === 'down') throw new Error('the gateway is down')
      texts.push({ to, text })
    },
  })
  beforeEach(() => {
    texts.length = 0
    gateway.is = 'up'
  })
  return { opened, texts, gateway }
}
