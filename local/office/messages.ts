import type { Messenger } from '../../functions/lib/messenger.ts'

/** What has waited behind so many others is no news to the group any more. */
const mostWaiting = 50

/**
 * Sends one message after another behind the back of whoever asks: a robot that is slow holds up nobody on this
 * machine. What is on its way when the process ends is lost, as a message is sent at most once.
 */
export const inBackground = (messenger: Messenger, onFault: (error: unknown) => void): Messenger => {
  let sending: Promise<void> = Promise.resolve()
  let waiting = 0
  return async (message) => {
    if (waiting >= mostWaiting) throw new Error('too many messages are waiting')
    waiting++
    sending = sending
      .then(() => messenger(message))
      .catch(onFault)
      .finally(() => {
        waiting--
      })
  }
}
