import type { ButtonCommand } from './command-fields.ts'

/** Opens the form of a command with what is known already, at a field of it. */
export type OpenForm = (command: ButtonCommand, typed: Record<string, string>, field?: string) => void
