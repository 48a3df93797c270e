import type { Say } from '../words/language-of.ts'
import { el } from './el.ts'

type Options = {
  label: string
  warning: string
  sure: string
  plain?: boolean
  say: Say
  send: () => Promise<string | undefined>
}

/** A step that is not easily undone: the first press says what follows, the second does it. */
export const twice = ({ label, warning, sure, plain, say, send }: Options): HTMLElement => {
  const fault = el('p', { className: 'fault', role: 'alert' })
  const first = el('button', { type: 'button', className: plain ? 'plain' : '' }, [label])
  const second = el('button', { type: 'button' }, [sure])
  const not = el('button', { type: 'button', className: 'plain' }, [say('不了', 'No')])
  const ask = el('div', { hidden: true }, [el('p', {}, [warning]), second, not])
  const open = (on: boolean) => {
    ask.hidden = !on
    first.hidden = on
    ;(on ? second : first).focus()
  }
  first.addEventListener('click', () => open(true))
  not.addEventListener('click', () => open(false))
  second.addEventListener('click', async () => {
    second.disabled = true
    fault.textContent = ''
    const wrong = await send()
    second.disabled = false
    fault.textContent = wrong ?? ''
  })
  return el('div', {}, [first, ask, fault])
}
