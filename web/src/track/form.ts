import { satisfactionWords } from '../../../core/words.ts'
import type { Say, Word } from '../words/language-of.ts'
import { el } from './el.ts'
import type { Confirm } from './page.ts'

type Result = Parameters<Confirm>[0]['result']
type Rating = keyof typeof satisfactionWords

const resultWords: Record<Result, Word> = {
  solved: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  unsolved: { zh: '没有解决', en: 'Not solved' },
}

const choices = (name: string, legend: string, options: [value: string, label: string][]) =>
  el('fieldset', {}, [
    el('legend', {}, [legend]),
    ...options.map(([value, label]) =>
      el('label', {}, [el('input', { type: 'radio', name, value, checked: options.length === 1 }), label]),
    ),
  ])

type Options = { title: string; hint: string | undefined; results: Result[]; say: Say; confirm: Confirm }

/** Solved or not, how content, and in which words. */
export const sayForm = ({ title, hint, results, say, confirm }: Options): HTMLFormElement => {
  const words = el('textarea', { id: 'words', maxLength: 2000, rows: 3 })
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
    ),
    choices(
      'satisfaction',
      say('您满意吗（选填）', 'Are you content? (optional)'),
      Object.entries(satisfactionWords).map(([key, word]) => [key, say(word)]),
    ),
    label,
    words,
    fault,
    button,
  ])
  const send = async () => {
    const given = new FormData(form)
    const result = given.get('result') as Result | null
    const satisfaction = given.get('satisfaction') as Rating | null
    const text = words.value.trim()
    if (!result) fault.textContent = say('请先选择结果。', 'Choose the result first.')
    else if (result === 'unsolved' && !text)
      fault.textContent = say('请写明哪里没有解决。', 'Please say what is not solved.')
    else {
      button.disabled = true
      const wrong = await confirm({ result, ...(satisfaction && { satisfaction }), ...(text && { text }) })
      button.disabled = false
      fault.textContent = wrong ?? ''
    }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  return form
}
