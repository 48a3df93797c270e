/** What is said aloud, outside the inbox: ids and closed words, and no names of firms, as others' servers keep it. */
export type Message = {
  /** Units by name; for mail, addresses. */
  readonly to: readonly string[]
  readonly issue: string
  readonly zh: string
  readonly en?: string | undefined
  /** Where the portal shows the issue, to those who may see it. */
  readonly link: string
}

/** A way out of the office: a group's robot, or e-mail. Rejects where the message was not taken. */
export type Messenger = (message: Message) => Promise<void>
