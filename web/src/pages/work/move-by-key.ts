import type { KeyboardEvent } from 'react'

/** Arrow keys (or j and k) go from issue to issue, x chooses; Tab and Enter do what they always do. */
export const moveByKey = (event: KeyboardEvent<HTMLElement>) => {
  const row = (event.target as HTMLElement).closest('li')
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'x') {
    row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
    return
  }
  const next = { ArrowDown: 'nextElementSibling', j: 'nextElementSibling' } as Record<
    string,
    'nextElementSibling'
  >
  const before = { ArrowUp: 'previousElementSibling', k: 'previousElementSibling' } as Record<
    string,
    'previousElementSibling'
  >
  const way = next[event.key] ?? before[event.key]
  if (!way) return
  event.preventDefault()
  row[way]?.querySelector<HTMLElement>('a')?.focus()
}
