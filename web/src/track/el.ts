type Child = Node | string | false | undefined | null
type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], 'style' | 'children'>
> & { role?: string; named?: string }

/** An element with properties and children; text is text, never markup. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties<K> = {},
  children: Child[] = [],
): HTMLElementTagNameMap[K] => {
  const { role, named, ...rest } = properties
  const element = Object.assign(document.createElement(name), rest)
  if (role) element.setAttribute('role', role)
  if (named) element.setAttribute('aria-label', named)
  for (const child of children) if (child) element.append(child)
  return element
}

/** Puts these on the page in place of what was there. */
export const show = (...nodes: Node[]) => {
  const page = document.getElementById('track')
  if (!page) return
  page.textContent = ''
  page.append(...nodes)
}
