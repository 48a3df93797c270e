import { lastPerson } from '../../sign-in/last-person.ts'
import type { Typed } from '../issue/command-input.ts'
import { type BankCommand, bankCommands } from './bank-fields.ts'

/** An answer half typed outlives a new sign-in of the same person and a reload of this tab. */
type Kept = { command: BankCommand; typed: Typed }

const name = (referral: string) => `zhuqi-answer:${lastPerson()}:${referral}`

export const keptAnswer = (referral: string): Kept | undefined => {
  const text = sessionStorage.getItem(name(referral))
  if (!text) return undefined
  const kept = JSON.parse(text) as Kept
  return bankCommands.includes(kept.command) ? kept : undefined
}
export const keepAnswer = (referral: string, kept: Kept) =>
  sessionStorage.setItem(name(referral), JSON.stringify(kept))
export const wipeAnswer = (referral: string) => sessionStorage.removeItem(name(referral))
