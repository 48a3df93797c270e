/** Takes the reader to a field of a form, by the name that stands on the element around it. */
export const focusField = (form: HTMLElement | null, name: string | undefined) => {
  if (!form || !name) return
  const around = [...form.querySelectorAll<HTMLElement>('[data-field]')].find(
    (element) => element.dataset.field === name,
  )
  around?.scrollIntoView({ block: 'center' })
  around?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
}
