import * as z from 'zod'
import type { Principal } from '../../../core/principal.ts'
import { isRefusal, type Refusal, refuse } from '../../../core/refusal.ts'
import { BankHooks, type Endpoint, mostEndpoints, rotated, stillSigns } from '../../../core/webhook/hooks.ts'
import { answerWrite, type Keyed } from '../../store/answers.ts'
import { keys } from '../../store/keys.ts'
import { commitTo, type NewFact } from '../../store/stream.ts'
import type { Write } from '../../store/table.ts'
import type { Container } from '../container.ts'
import { newEndpointId } from '../ids.ts'
import { answeredBefore } from '../repeats.ts'
import { newWebhookSecret } from './sign.ts'

const attempts = 8

export type LoadedHooks = { hooks: BankHooks; version: number; hash: string | undefined }

export const loadHooks = async ({ table }: Pick<Container, 'table'>, bank: string): Promise<LoadedHooks> => {
  const row = await table.get(keys.bankHooks(bank))
  if (!row) return { hooks: { bank, endpoints: [] }, version: 0, hash: undefined }
  return { hooks: BankHooks.parse(row.hooks), version: Number(row.version), hash: String(row.hash) }
}

/** Secrets stand in rows of their own: no event, no head, no export and no log holds one. */
const Secrets = z.object({
  secrets: z.array(z.object({ value: z.string(), createdAt: z.string(), validUntil: z.string().optional() })),
})

const readSecrets = async ({ table }: Pick<Container, 'table'>, bank: string, endpoint: string) => {
  const row = await table.get(keys.hookSecrets(bank, endpoint))
  return row ? Secrets.parse(row).secrets : []
}

/** Those that sign now, the newest first. */
export const signingSecrets = async (
  container: Container,
  bank: string,
  endpoint: string,
): Promise<string[]> => {
  const secrets = await readSecrets(container, bank, endpoint)
  return secrets.filter((secret) => stillSigns(secret, container.now())).map(({ value }) => value)
}

type Change = { fact: NewFact; endpoint: Endpoint; endpoints: Endpoint[]; secrets?: Write; secret?: string }
export type Changed = { endpoint: Endpoint; version: number; secret?: string }

/** One change of a bank's addresses; what is kept for a repeat of the request has no secret in it. */
const change = async (
  container: Container,
  principal: Principal,
  bank: string,
  keyed: Keyed | undefined,
  decide: (loaded: LoadedHooks) => Promise<Change | Refusal>,
): Promise<Changed | Refusal> => {
  for (let tried = 0; tried < attempts; tried++) {
    const said = await answeredBefore(container, keyed)
    if (said) return isRefusal(said) ? said : (said.answer as Changed)
    const loaded = await loadHooks(container, bank)
    const decided = await decide(loaded)
    if (isRefusal(decided)) {
      // The same request may have done it between the two looks.
      const meanwhile = await answeredBefore(container, keyed)
      return meanwhile && !isRefusal(meanwhile) ? (meanwhile.answer as Changed) : decided
    }
    const { fact, endpoint, endpoints, secrets, secret } = decided
    const answer = { endpoint, version: loaded.version + 1 }
    const result = await commitTo(container.table, {
      pk: keys.bankHooks(bank).pk,
      id: bank,
      version: loaded.version,
      hash: loaded.hash,
      facts: [fact],
      at: container.now(),
      by: principal.id,
      head: { hooks: { bank, endpoints } satisfies BankHooks },
      also: [...(secrets ? [secrets] : []), ...(keyed ? [answerWrite(keyed, answer, container.now())] : [])],
    })
    if (result.written) return { ...answer, ...(secret && { secret }) }
  }
  return refuse('busy')
}

const secretsWrite = (
  bank: string,
  id: string,
  dates: Endpoint['secrets'],
  values: readonly string[],
): Write => ({
  put: {
    ...keys.hookSecrets(bank, id),
    secrets: dates.map((date, at) => ({ value: values[at] ?? '', ...date })),
  },
})

type Wanted = { url: string; note?: string | undefined }

export const addEndpoint = (
  container: Container,
  principal: Principal,
  bank: string,
  { url, note }: Wanted,
  keyed: Keyed | undefined,
) =>
  change(container, principal, bank, keyed, async ({ hooks }) => {
    if (hooks.endpoints.filter((one) => !one.endedAt).length >= mostEndpoints)
      return refuse('tooManyWebhooks')
    const createdAt = container.now()
    const endpoint = { id: newEndpointId(), url, ...(note && { note }), createdAt, secrets: [{ createdAt }] }
    const secret = newWebhookSecret()
    return {
      fact: { type: 'WebhookAdded', endpoint: endpoint.id, url },
      endpoint,
      // What has ended long ago makes room; deliveries that name it are over.
      endpoints: [endpoint, ...hooks.endpoints].slice(0, 10),
      secrets: secretsWrite(bank, endpoint.id, endpoint.secrets, [secret]),
      secret,
    }
  })

const inUse = (hooks: BankHooks, id: string) => hooks.endpoints.find((one) => one.id === id && !one.endedAt)
const replaced = (hooks: BankHooks, endpoint: Endpoint) =>
  hooks.endpoints.map((one) => (one.id === endpoint.id ? endpoint : one))

export const rotateSecret = (
  container: Container,
  principal: Principal,
  bank: string,
  id: string,
  keyed: Keyed | undefined,
) =>
  change(container, principal, bank, keyed, async ({ hooks }) => {
    const known = inUse(hooks, id)
    if (!known) return refuse('unknownWebhook')
    const [current] = await readSecrets(container, bank, id)
    const secret = newWebhookSecret()
    const endpoint = { ...known, secrets: rotated(known.secrets, container.now()) }
    return {
      fact: { type: 'WebhookSecretRotated', endpoint: id },
      endpoint,
      endpoints: replaced(hooks, endpoint),
      secrets: secretsWrite(bank, id, endpoint.secrets, [secret, current?.value ?? '']),
      secret,
    }
  })

export const endEndpoint = (
  container: Container,
  principal: Principal,
  bank: string,
  id: string,
  keyed: Keyed | undefined,
) =>
  change(container, principal, bank, keyed, async ({ hooks }) => {
    const known = inUse(hooks, id)
    if (!known) return refuse('unknownWebhook')
    const endpoint = { ...known, endedAt: container.now(), secrets: [] }
    return {
      fact: { type: 'WebhookEnded', endpoint: id },
      endpoint,
      endpoints: replaced(hooks, endpoint),
      secrets: { remove: keys.hookSecrets(bank, id) },
    }
  })
