import './track.css'
import type { z } from 'zod'
import type { TrackConfirmation, TrackView } from '../../../core/api/others.ts'
import { sayIn } from '../words/language-of.ts'
import { type Answer, ask } from './ask.ts'
import { el, show } from './el.ts'
import { pageOf } from './page.ts'

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

const open = async () => {
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
  if (found.ok) show(...pageOf(found.value, say, confirm))
  else show(el('h1', {}, [say('诉求进展', 'Your issue')]), failed(found))
}

let sent: { body: string; key: string } | undefined

/** What the firm says; the same words sent twice count once. Answers what went wrong, if anything. */
const confirm = async (said: z.infer<typeof TrackConfirmation>): Promise<string | undefined> => {
  const body = JSON.stringify(said)
  if (sent?.body !== body) sent = { body, key: `${Date.now()}-${Math.random().toString(36).slice(2)}` }
  const answer = await ask(code(), '/track/confirmation', { body, key: sent.key })
  if (!answer.ok) return say(answer.words)
  await open()
  return undefined
}

addEventListener('hashchange', () => void open())
void open()
