import type { z } from 'zod'
import { commandInputs } from '../../../../core/issue/commands.ts'
import { yuanFromWan } from '../../words/money.ts'
import { type ButtonCommand, type CommandField, commandFields } from './command-fields.ts'

/** What was typed, by field; several departments are joined by a comma. */
export type Typed = Record<string, string>
export type Read = { input: Record<string, unknown> } | { faults: Record<string, string> }

/** `P1:5,P2:0`: who is still there, by post. */
const readStay = (typed: string) =>
  typed.split(',').map((one) => {
    const [post = '', people = ''] = one.split(':')
    return { post, people: people.trim() === '' ? Number.NaN : Number(people) }
  })

const readField = (kind: string, typed: string): unknown => {
  switch (kind) {
    case 'wan':
      return yuanFromWan(typed) ?? Number.NaN
    case 'percent':
      return Math.round(Number(typed.replace('%', '')) * 100)
    case 'banks':
      return typed.split(',').map((bank) => ({ bank }))
    case 'count':
      return Number(typed)
    case 'yesNo':
      return typed === 'true'
    case 'departments':
    case 'policies':
    case 'several':
      return typed.split(',')
    case 'stay':
      return readStay(typed)
    default:
      return typed
  }
}

/** A field of a group stands in it under its own name: `criteria.credit`. */
const put = (input: Record<string, unknown>, name: string, value: unknown) => {
  const [group = '', inner] = name.split('.')
  if (inner === undefined) input[name] = value
  else input[group] = { ...(input[group] as object | undefined), [inner]: value }
}

/** What was typed into these fields as the API takes it, and which of the required ones are empty. */
export const fieldValues = (
  fields: readonly CommandField[],
  typed: Typed,
  more: Record<string, unknown> = {},
) => {
  const lacking: Record<string, string> = {}
  const input: Record<string, unknown> = { ...more }
  for (const { name, kind, required } of fields) {
    const text = typed[name]?.trim() ?? ''
    if (text) put(input, name, readField(kind, text))
    else if (required) lacking[name] = '请填写'
  }
  return { input, lacking }
}

/** What was typed into these fields as the API takes it, or what is wrong with it by field. */
export const readFields = (
  fields: readonly CommandField[],
  schema: Pick<z.ZodType, 'safeParse'>,
  typed: Typed,
  more: Record<string, unknown> = {},
): Read => {
  const { input, lacking } = fieldValues(fields, typed, more)
  const faults = { ...lacking }
  const read = schema.safeParse(input)
  if (read.success) return Object.keys(faults).length > 0 ? { faults } : { input }
  for (const { path, message } of read.error.issues) {
    const inner = path.slice(0, 2).join('.')
    const name = fields.some((field) => field.name === inner) ? inner : String(path[0] ?? '')
    faults[name] ??= message
  }
  return { faults }
}

/** The command's input as the API takes it, or what is wrong with it by field. */
export const readInput = (command: ButtonCommand, typed: Typed): Read =>
  readFields(commandFields[command], commandInputs[command], typed)
