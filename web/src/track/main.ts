import './track.css'
import type { TrackView } from '../../../core/api/others.ts'
import { sayIn } from '../words/language-of.ts'
import { type Answer, ask } from './ask.ts'
import { el, show } from './el.ts'
import { pageOf } from './page.ts'
import type { Confirm, Give } from './saying.ts'

const chinese = !/^en/i.test(new URLSearchParams(location.search).get('lang') ?? 'zh')
const say = sayIn(chinese ? 'zh' : 'en')
document.documentElement.lang = chinese ? 'zh-CN' : 'en'
document.title = say('诉求进展', 'Your issue')

/** The code stands in the fragment, which no server and no log sees. */
const code = () => decodeURIComponent(location.hash.slice(1))

const failed = (answer: Extract<Answer<unknown>, { ok: false }>) =>
  el('div', { className: 'box bad', role: 'alert' }, [
    el('p', {}, [say(answer.words)]),
    answer.mayRepeat &&
      el('button', { type: 'button', onclick: () => void open() }, [say('再试一次', 'Try again')]),
  ])

const open = async (done?: string) => {
  if (!code()) {
    show(
      el('h1', {}, [say('诉求进展', 'Your issue')]),
      el('p', {}, [
        say(
          '链接不完整，请从工作队发来的消息中重新打开。',
          'The link is not whole; open it again from the message you got.',
        ),
      ]),
    )
    return
  }
  const found = await ask<TrackView>(code(), '/track')
  if (found.ok) show(...pageOf(found.value, say, { confirm, give, sendCode }))
  else show(el('h1', {}, [say('诉求进展', 'Your issue')]), failed(found))
  // Done is done, even where the page that shows it does not come.
  if (done) announce(done)
}

/** What was done stands at the top, where the reader is taken. */
const announce = (done: string) => {
  const page = document.getElementById('track')
  page?.prepend(el('p', { role: 'status', className: 'done' }, [done]))
  page?.focus()
  scrollTo(0, 0)
}

const freshKey = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`

/** Has a one-time code sent to the contact's phone; answers what to tell about it. */
const sendCode = async (): Promise<string> => {
  const answer = await ask<{ phone: string }>(code(), '/track/codes', { body: '{}', key: freshKey() })
  if (!answer.ok) return say(answer.words)
  const { phone } = answer.value
  return say(`已发到 ${phone}，10分钟内有效。`, `Sent to ${phone}; good for 10 minutes.`)
}

let sent: { path: string; body: string; key: string } | undefined

/** What the firm says; the same words sent again after a failure count once. Answers what went wrong, if anything. */
const give: Give = async (path, said, done) => {
  const body = JSON.stringify(said)
  if (sent?.path !== path || sent.body !== body) sent = { path, body, key: freshKey() }
  const answer = await ask(code(), path, { body, key: sent.key })
  if (!answer.ok) return say(answer.words)
  // The same said once more is another thing: a consent given again after it was withdrawn.
  sent = undefined
  await open(done)
  return undefined
}

const confirm: Confirm = (said) =>
  give('/track/confirmation', said, say('已收到，谢谢。', 'We have it; thank you.'))

addEventListener('hashchange', () => void open())
void open()
