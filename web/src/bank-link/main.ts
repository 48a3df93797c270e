import '../track/track.css'
import './bank-link.css'
import type { BankLinkView } from '../../../core/api/bank-link.ts'
import { type Answer, ask } from '../track/ask.ts'
import { el, show } from '../track/el.ts'
import { sayIn } from '../words/language-of.ts'
import { answerDraft, type Send } from './answer-form.ts'
import { pageOf } from './page.ts'

const chinese = !/^en/i.test(new URLSearchParams(location.search).get('lang') ?? 'zh')
const say = sayIn(chinese ? 'zh' : 'en')
document.documentElement.lang = chinese ? 'zh-CN' : 'en'
const title = say('融资推荐', 'A referral')
document.title = title

/** The code stands in the fragment, which no server and no log sees. */
const code = () => decodeURIComponent(location.hash.slice(1))
const askAsBank = <T>(path: string, sent?: Parameters<typeof ask>[2]) =>
  ask<T>(code(), path, sent, 'x-bank-code')

const otherLanguage = () =>
  el('p', {}, [
    el(
      'a',
      {
        className: 'language',
        href: `${chinese ? '?lang=en' : '?lang=zh'}${location.hash}`,
        lang: chinese ? 'en' : 'zh-CN',
      },
      [chinese ? 'English' : '中文'],
    ),
  ])

const failed = (answer: Extract<Answer<unknown>, { ok: false }>) =>
  el('div', { className: 'box bad', role: 'alert' }, [
    el('p', {}, [say(answer.words)]),
    answer.mayRepeat &&
      el('button', { type: 'button', onclick: () => void open() }, [say('再试一次', 'Try again')]),
  ])

type Said = { words: string; refused?: true }

/** What was said last stands at the top, where the reader is taken. */
const announce = ({ words, refused }: Said) => {
  const page = document.getElementById('track')
  page?.prepend(
    el('p', refused ? { role: 'alert', className: 'fault' } : { role: 'status', className: 'done' }, [words]),
  )
  page?.focus()
  scrollTo(0, 0)
}

const open = async (done?: Said) => {
  const heading = el('h1', {}, [title])
  if (!code()) {
    show(
      heading,
      el('p', {}, [
        say(
          '链接不完整，请从推荐单位发来的消息中重新打开。',
          'The link is not whole; open it again from the message you got.',
        ),
      ]),
    )
    return
  }
  const found = await askAsBank<BankLinkView>('/bank-link')
  if (found.ok) {
    show(...pageOf(found.value, say, sendFrom(found.value)), otherLanguage())
    if (done) announce(done)
  } else if (done && !found.mayRepeat) {
    // With a final answer the link has done its work.
    show(
      heading,
      el('p', {}, [
        say(
          '答复已经办完，链接到此结束，可以关闭本页。',
          'That is all; the link has ended. You may close this page.',
        ),
      ]),
    )
    announce(done)
  } else show(heading, failed(found))
}

const freshKey = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`
let sent: { body: string; key: string } | undefined

/** The bank's answer to what it was shown; the same sent again after a failure counts once. */
const sendFrom =
  (view: BankLinkView): Send =>
  async (said, done) => {
    const body = JSON.stringify(said)
    if (sent?.body !== body) sent = { body, key: freshKey() }
    const answer = await askAsBank('/bank-link/answers', { ...sent, version: view.version })
    if (answer.ok) {
      sent = undefined
      answerDraft(view).wipe()
      await open({ words: done })
      return undefined
    }
    if (answer.mayRepeat) return say(answer.words)
    // What was refused was refused as things stand now: they are shown, with what was typed.
    sent = undefined
    await open({ words: say(answer.words), refused: true })
    return undefined
  }

addEventListener('hashchange', () => void open())
void open()
