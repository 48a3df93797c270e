/** What a bank's own system is told: ids and states, and where to read on; never who the firm is. */
export type WebhookMessage = {
  readonly bank: string
  /** Dotted, as Standard Webhooks writes it: `referral.invited`. */
  readonly type: string
  readonly data: Readonly<Record<string, string | number | boolean>>
}

/** The body that is sent and signed, in the form that Standard Webhooks recommends. */
export const messageBody = ({ type, data }: WebhookMessage, at: string): string =>
  JSON.stringify({ type, timestamp: at, data })
