import type { BankLinkView } from '../../../core/api/bank-link.ts'
import { referralSteps } from '../../../core/lifecycle/referral.ts'
import type { CommandField } from '../pages/issue/command-fields.ts'
import { draftOf } from '../track/draft.ts'
import { el } from '../track/el.ts'
import type { Say } from '../words/language-of.ts'
import { today } from '../words/time.ts'
import { type AnswerName, beginWith, fieldsOf, possibleAnswers, readAnswer, type Typed } from './answers.ts'

/** Sends an answer and resolves with what went wrong, if anything. */
export type Send = (said: Record<string, unknown>, done: string) => Promise<string | undefined>

export const answerDraft = ({ id }: Pick<BankLinkView, 'id'>) => draftOf(`answer ${id}`)

const inputFor = ({ kind, words, required }: CommandField, id: string, value: string, say: Say) => {
  if (kind === 'choice' || kind === 'list') {
    const options = Object.entries(words ?? {}).map(([key, word]) =>
      el('option', { value: key, selected: key === value }, [say(word)]),
    )
    return el('select', { id, required: required === true }, [
      el('option', { value: '' }, [say('请选择', 'Choose')]),
      ...options,
    ])
  }
  if (kind === 'long') return el('textarea', { id, rows: 3, maxLength: 4000, value })
  if (kind === 'date') return el('input', { id, type: 'date', value })
  return el('input', { id, type: 'text', inputMode: 'decimal', maxLength: 20, value })
}

const optional = ({ required }: CommandField, say: Say) => (required ? '' : say('（选填）', ' (optional)'))

/** One answer by code: pick it, fill in what it needs, send it. */
export const answerForm = (view: BankLinkView, say: Say, send: Send): HTMLFormElement | undefined => {
  const possible = possibleAnswers(view)
  if (possible.length === 0) return undefined
  const draft = answerDraft(view)
  const { answer: picked, ...typed } = draft.read()
  let chosen = possible.find((answer) => answer === picked)
  const given: Typed = { on: today(), ...beginWith(view), ...typed }
  const fault = el('p', { className: 'fault', role: 'alert' })
  const button = el('button', { type: 'submit' }, [say('提交答复', 'Send the answer')])
  const fields = el('div')
  const inputs = new Map<string, HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>()
  const pick = (answer: AnswerName) => {
    chosen = answer
    draft.keep({ ...draft.read(), answer })
    fault.textContent = ''
    inputs.clear()
    fields.textContent = ''
    for (const field of fieldsOf(answer)) {
      const id = `answer-${field.name}`
      const input = inputFor(field, id, given[field.name] ?? '', say)
      input.addEventListener('input', () => {
        given[field.name] = input.value
        draft.keep({ ...given, answer })
      })
      inputs.set(field.name, input)
      fields.append(
        el('label', { htmlFor: id, className: 'above' }, [say(field) + optional(field, say)]),
        input,
      )
    }
  }
  const radios = possible.map((answer) => {
    const radio = el('input', {
      type: 'radio',
      name: 'answer',
      value: answer,
      checked: chosen === answer,
    })
    radio.addEventListener('change', () => pick(answer))
    return el('label', {}, [radio, say(referralSteps[answer])])
  })
  const form = el('form', { className: 'box', noValidate: true, named: say('答复', 'Answer') }, [
    el('h2', {}, [say('贵行的答复', 'Your answer')]),
    el('fieldset', {}, [el('legend', {}, [say('选择一项', 'Choose one')]), ...radios]),
    fields,
    fault,
    button,
  ])
  if (chosen) pick(chosen)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const answer = chosen
    if (!answer) {
      fault.textContent = say('请先选择答复。', 'Choose an answer first.')
      return
    }
    const read = readAnswer(answer, given, say)
    if ('fault' in read) {
      fault.textContent = read.fault
      inputs.get(read.field)?.focus()
      return
    }
    button.disabled = true
    const name = say(referralSteps[answer])
    void send(read.said, say(`已收到答复：${name}。`, `We have your answer: ${name}.`)).then((wrong) => {
      button.disabled = false
      fault.textContent = wrong ?? ''
    })
  })
  return form
}
