import type { TrackView } from '../../../core/api/others.ts'
import { eventWords } from '../../../core/issue/event-words.ts'
import { closureTypeWords, confirmationWords, stageWords } from '../../../core/words.ts'
import type { Say } from '../words/language-of.ts'
import { dateOf, dateTime } from '../words/time.ts'
import { draftOf } from './draft.ts'
import { el } from './el.ts'
import { financingOf } from './financing.ts'
import { codeField, sayForm } from './form.ts'
import type { Confirm, Give } from './saying.ts'

const steps = (view: TrackView, say: Say) =>
  el(
    'ol',
    { className: 'steps' },
    view.steps.map((step) =>
      el('li', {}, [
        el('b', {}, [
          say(eventWords[step.type as keyof typeof eventWords] ?? { zh: step.type, en: step.type }),
        ]),
        el('time', { dateTime: step.at }, [dateTime(step.at)]),
        step.text && el('p', {}, [step.text]),
      ]),
    ),
  )

/** What is known now, in the order in which a firm asks for it. */
const standing = (view: TrackView, say: Say) =>
  el('div', { className: 'box' }, [
    el('p', { className: 'stage' }, [say(stageWords[view.stage])]),
    view.department && el('p', {}, [say(`承办：${view.department}`, `With: ${view.department}`)]),
    view.nextReply &&
      el('p', {}, [say(`下次答复：${dateOf(view.nextReply)}`, `Next reply: ${dateOf(view.nextReply)}`)]),
    view.closure &&
      el('p', {}, [
        say(
          `办结：${closureTypeWords[view.closure.type].zh}`,
          `Closed as: ${closureTypeWords[view.closure.type].en}`,
        ),
      ]),
    view.confirmation &&
      el('p', {}, [
        say(
          `您的确认：${confirmationWords[view.confirmation.result].zh}`,
          `Your word: ${confirmationWords[view.confirmation.result].en}`,
        ),
      ]),
  ])

const asked = (view: TrackView, say: Say, confirm: Confirm, send: () => Promise<string>) => {
  const draft = draftOf(`${view.id} ${view.stage}`)
  const codeBy = view.codeTo === undefined ? undefined : { phone: view.codeTo, send }
  if (view.stage === 'confirming') {
    const until = view.confirmDue && dateTime(view.confirmDue)
    return sayForm({
      title: say('问题解决了吗？', 'Is it solved?'),
      hint: until && say(`请在 ${until} 前告诉我们。`, `Please tell us by ${until}.`),
      results: ['solved', 'partly', 'unsolved'],
      say,
      confirm,
      codeBy,
      draft,
    })
  }
  if (view.stage === 'closed' && view.disputeUntil && Date.parse(view.disputeUntil) > Date.now()) {
    const until = dateTime(view.disputeUntil)
    return sayForm({
      title: say('其实没有解决？', 'Not solved after all?'),
      hint: say(`${until} 前可以要求重新办理。`, `You may ask to reopen it until ${until}.`),
      results: ['unsolved'],
      say,
      confirm,
      codeBy,
      draft,
    })
  }
  return undefined
}

/** What the page can have done: the firm's word, everything else it gives, and a code sent to its phone. */
type Doing = { confirm: Confirm; give: Give; sendCode: () => Promise<string> }

/** Everything about banks; where the firm's word needs a code, its field stands before it and goes with each step. */
const withBanks = (view: TrackView, say: Say, { give, sendCode }: Doing): HTMLElement[] => {
  if (!view.financing) return []
  if (view.codeTo === undefined) return financingOf(view, view.financing, say, give)
  const byCode = codeField({ phone: view.codeTo, send: sendCode }, say, 'bank-code')
  const hint = say(
    '授权、撤回和选择都要先填验证码，每个验证码用一次。',
    'Each consent, withdrawal and choice needs a code of its own.',
  )
  const coded: Give = (path, said, done) => give(path, { ...said, code: byCode.read() }, done)
  return [
    el('div', { className: 'box' }, [el('p', { className: 'hint' }, [hint]), ...byCode.nodes]),
    ...financingOf(view, view.financing, say, coded),
  ]
}

/** The firm's page, whole. */
export const pageOf = (view: TrackView, say: Say, doing: Doing): HTMLElement[] => {
  const form = asked(view, say, doing.confirm, doing.sendCode)
  return [
    el('h1', {}, [view.firm]),
    el('p', { className: 'content' }, [view.content]),
    el('p', { className: 'hint' }, [
      say(
        `编号 ${view.id}，${dateTime(view.loggedAt)} 登记`,
        `No. ${view.id}, logged ${dateTime(view.loggedAt)}`,
      ),
    ]),
    standing(view, say),
    ...(form ? [form] : []),
    ...withBanks(view, say, doing),
    el('h2', {}, [say('办理经过', 'What happened')]),
    steps(view, say),
  ]
}
