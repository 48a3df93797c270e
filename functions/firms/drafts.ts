import type { z } from 'zod'
import type { AskDrafts, DraftList } from '../../core/api/drafts.ts'
import { cleanMessage } from '../../core/chat/clean.ts'
import { draftFrom } from '../../core/chat/draft.ts'
import { type KnownFirm, pairsToLookUp } from '../../core/chat/firm.ts'
import { atMost } from '../lib/at-most.ts'
import type { Container } from '../lib/container.ts'
import { loadFirms } from '../lib/firm-register.ts'
import { keys } from '../store/keys.ts'

/** As many issues as a meeting takes in one request. */
const mostDrafts = 30
/** Pairs looked up for one request; a pair that many firms share is read no further than this. */
const mostPairs = 300
const mostFirms = 100
const atOnce = 10

/** Firms that the messages may speak of: by codes in them, and by two characters of their names. */
const firmsIn = async (container: Container, messages: readonly string[]): Promise<KnownFirm[]> => {
  const each = Math.max(8, Math.floor(mostPairs / messages.length))
  const pairs = new Set(messages.flatMap((message) => pairsToLookUp(message, Math.min(each, 40))))
  const found = new Map<string, KnownFirm>()
  await atMost(atOnce, pairs, async (two) => {
    const page = await container.table.query({ pk: keys.firmName(two, '').pk, limit: mostFirms })
    for (const { sk, name, park } of page.items) {
      found.set(sk, { uscc: sk, name: String(name), ...(park ? { park: String(park) } : {}) })
    }
  })
  const codes = messages.flatMap((message) => message.toUpperCase().match(/[0-9A-HJ-NPQRTUWXY]{18}/g) ?? [])
  for (const { uscc, name, park } of await loadFirms(container, [...new Set(codes)].slice(0, mostDrafts))) {
    found.set(uscc, { uscc, name, ...(park && { park }) })
  }
  return [...found.values()]
}

/** What the pasted text says, issue by issue. Nothing is kept of it. */
export const draftsFrom = async (
  container: Container,
  { text, each }: z.infer<typeof AskDrafts>,
): Promise<z.input<typeof DraftList>> => {
  const cleaned = cleanMessage(text)
  const messages = each === 'line' ? cleaned.split('\n') : [text]
  const read = messages.slice(0, mostDrafts)
  const known = await firmsIn(container, read.map(cleanMessage))
  const items = read.map((message) => {
    const { candidates, cautions, leftEmpty, ...draft } = draftFrom(message, known)
    return { ...draft, candidates: [...candidates], cautions: [...cautions], leftEmpty: [...leftEmpty] }
  })
  return { items, left: messages.length - read.length }
}
