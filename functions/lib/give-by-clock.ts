import type { CommandName } from '../../core/issue/commands.ts'
import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Container } from './container.ts'
import { giveCommand } from './give-command.ts'

/** Refusals that mean "things have moved on meanwhile", which is no fault: the issue is looked at again anyway. */
const movedOn = new Set(['wrongStage', 'nothingDue'])

/** A command that time or the workflow gives. Anything but "moved on" is a fault and is tried again. */
export const giveByClock = async (
  container: Container,
  command: CommandName,
  id: string,
  input: unknown = {},
) => {
  const result = await giveCommand(container, { command, id, input, principal: theSystem })
  if (!isRefusal(result) || movedOn.has(result.refused)) return
  throw new Error(`${command} on ${id} was refused: ${result.refused}`)
}
