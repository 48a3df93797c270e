import { askingRefusals } from './refusals/asking.ts'
import { closingRefusals } from './refusals/closing.ts'
import { filesRefusals } from './refusals/files.ts'
import { financingRefusals } from './refusals/financing.ts'
import { linkRefusals } from './refusals/link.ts'
import { recordsRefusals } from './refusals/records.ts'
import { resultsRefusals } from './refusals/results.ts'
import { retentionRefusals } from './refusals/retention.ts'
import { routingRefusals } from './refusals/routing.ts'
import { timeRefusals } from './refusals/time.ts'
import { whoRefusals } from './refusals/who.ts'

/** Every reason for which a command or a question is refused, with a sentence for people. */
const sentences = {
  ...financingRefusals,
  ...linkRefusals,
  ...resultsRefusals,
  ...timeRefusals,
  ...routingRefusals,
  ...closingRefusals,
  ...filesRefusals,
  ...askingRefusals,
  ...whoRefusals,
  ...recordsRefusals,
  ...retentionRefusals,
} as const

export type RefusalCode = keyof typeof sentences

export type FieldFault = { pointer: string; message: string }

/** A refusal is a value: a code, a sentence for people, and what it is about. It holds no HTTP numbers. */
export type Refusal = {
  readonly refused: RefusalCode
  readonly zh: string
  readonly en: string
  readonly detail?: string
  readonly fields?: FieldFault[]
  readonly about?: Readonly<Record<string, string | number>>
}

export const refuse = (
  code: RefusalCode,
  more: { detail?: string; fields?: FieldFault[]; about?: Record<string, string | number> } = {},
): Refusal => ({ refused: code, ...sentences[code], ...more })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string'

export const refusalCodes = Object.keys(sentences) as RefusalCode[]
