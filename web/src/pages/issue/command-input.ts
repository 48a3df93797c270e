import { commandInputs } from '../../../../core/issue/commands.ts'
import { yuanFromWan } from '../../words/money.ts'
import { type ButtonCommand, commandFields } from './command-fields.ts'

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

/** The command's input as the API takes it, or what is wrong with it by field. */
export const readInput = (command: ButtonCommand, typed: Typed): Read => {
  const fields = commandFields[command]
  const faults: Record<string, string> = {}
  const input: Record<string, unknown> = {}
  for (const { name, kind, required } of fields) {
    const text = typed[name]?.trim() ?? ''
    if (text) input[name] = readField(kind, text)
    else if (required) faults[name] = '请填写'
  }
  const read = commandInputs[command].safeParse(input)
  if (read.success) return Object.keys(faults).length > 0 ? { faults } : { input }
  for (const { path, message } of read.error.issues) {
    const name = String(path[0] ?? '')
    faults[name] ??= message
  }
  return { faults }
}
