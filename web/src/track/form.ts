import { satisfactionWords } from '../../../core/words.ts'
import type { Say, Word } from '../words/language-of.ts'
import type { Draft } from './draft.ts'
import { el } from './el.ts'
import type { Confirm } from './saying.ts'

type Result = Parameters<Confirm>[0]['result']
type Rating = keyof typeof satisfactionWords

const resultWords: Record<Result, Word> = {
  solved: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  unsolved: { zh: '没有解决', en: 'Not solved' },
}

const choices = (
  name: string,
  legend: string,
  options: [value: string, label: string][],
  chosen: string | undefined,
) =>
  el('fieldset', {}, [
    el('legend', {}, [legend]),
    ...options.map(([value, label]) =>
      el('label', {}, [
        el('input', { type: 'radio', name, value, checked: options.length === 1 || value === chosen }),
        label,
      ]),
    ),
  ])

/** Where a code is sent first: the masked number, and how to have one sent. Answers what was said to that. */
export type CodeBy = { phone: string; send: () => Promise<string> }

/** The six digits from the text message, with the button that asks for them. */
export const codeField = ({ phone, send }: CodeBy, say: Say, id = 'code') => {
  const input = el('input', {
    id,
    type: 'text',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    maxLength: 6,
    required: true,
  })
  const told = el('p', { className: 'hint', role: 'status' })
  const ask = el('button', { type: 'button' }, [say(`发验证码到 ${phone}`, `Send a code to ${phone}`)])
  ask.addEventListener('click', () => {
    ask.disabled = true
    void send().then((words) => {
      told.textContent = words
      ask.disabled = false
    })
  })
  const label = el('label', { htmlFor: id, className: 'above' }, [
    say('短信验证码（6位数字）', 'Code from the text message (six digits)'),
  ])
  return { nodes: [ask, told, label, input], read: () => input.value.trim() }
}

type Options = {
  title: string
  hint: string | undefined
  results: Result[]
  say: Say
  confirm: Confirm
  codeBy?: CodeBy | undefined
  draft: Draft
}

/** Solved or not, how content, and in which words. */
export const sayForm = ({ title, hint, results, say, confirm, codeBy, draft }: Options): HTMLFormElement => {
  const typed = draft.read()
  const words = el('textarea', { id: 'words', maxLength: 2000, rows: 3, value: typed.text ?? '' })
  const byCode = codeBy && codeField(codeBy, say)
  const fault = el('p', { className: 'fault', role: 'alert' })
  const button = el('button', { type: 'submit' }, [say('提交', 'Send')])
  const label = el('label', { htmlFor: 'words', className: 'above' }, [
    say('想说的话（没有解决的请写明）', 'Your words (needed if it is not solved)'),
  ])
  const form = el('form', { className: 'box', noValidate: true }, [
    el('h2', {}, [title]),
    hint && el('p', { className: 'hint' }, [hint]),
    choices(
      'result',
      say('结果', 'Result'),
      results.map((result) => [result, say(resultWords[result])]),
      typed.result,
    ),
    choices(
      'satisfaction',
      say('您满意吗（选填）', 'Are you content? (optional)'),
      Object.entries(satisfactionWords).map(([key, word]) => [key, say(word)]),
      typed.satisfaction,
    ),
    label,
    words,
    ...(byCode?.nodes ?? []),
    fault,
    button,
  ])
  const send = async () => {
    const given = new FormData(form)
    const result = given.get('result') as Result | null
    const satisfaction = given.get('satisfaction') as Rating | null
    const text = words.value.trim()
    const code = byCode?.read()
    if (!result) fault.textContent = say('请先选择结果。', 'Choose the result first.')
    else if (result === 'unsolved' && !text)
      fault.textContent = say('请写明哪里没有解决。', 'Please say what is not solved.')
    else if (code !== undefined && !/^\d{6}$/.test(code))
      fault.textContent = say('请先获取并填写6位验证码。', 'Ask for the code and type its six digits.')
    else {
      button.disabled = true
      const wrong = await confirm({
        result,
        ...(satisfaction && { satisfaction }),
        ...(text && { text }),
        ...(code && { code }),
      })
      button.disabled = false
      fault.textContent = wrong ?? ''
      if (!wrong) draft.wipe()
    }
  }
  const keep = () => {
    const { result, satisfaction } = Object.fromEntries(new FormData(form))
    draft.keep({
      text: words.value,
      ...(typeof result === 'string' && { result }),
      ...(typeof satisfaction === 'string' && { satisfaction }),
    })
  }
  form.addEventListener('input', keep)
  // Old browsers say of a choice only that it has changed.
  form.addEventListener('change', keep)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  return form
}
