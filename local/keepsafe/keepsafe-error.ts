/** What a person did or has on disk stands in the way; the message says what, and what to do. */
export class KeepsafeError extends Error {
  override name = 'KeepsafeError'
}

export const both = (zh: string, en: string) => new KeepsafeError(`${zh}${en}`)
