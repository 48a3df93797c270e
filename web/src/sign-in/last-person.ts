/**
 * Who signed in here last, as the token names them; it outlives the end of the session, so that what was typed is found
 * again by the same person after a new sign-in, and by nobody else who sits down at this desk.
 */

const name = 'zhuqi-person'

const subjectOf = (token: string): string | undefined => {
  try {
    const payload = token.split('.')[1] ?? ''
    const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }
    return sub
  } catch {
    return undefined
  }
}

export const notePerson = (token: string) => {
  const subject = subjectOf(token)
  if (subject) sessionStorage.setItem(name, subject)
  else sessionStorage.removeItem(name)
}

export const lastPerson = () => sessionStorage.getItem(name) ?? ''
