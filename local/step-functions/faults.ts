import type { z } from 'zod'

/** A refusal in AWS's words: the SDK makes an error of this name of it. */
export type Fault = { fault: string; message: string }

export const isFault = (value: object): value is Fault => 'fault' in value

const fault = (name: string, message: string): Fault => ({ fault: name, message })

export const executionDoesNotExist = (arn: string) =>
  fault('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
export const executionAlreadyExists = (arn: string) =>
  fault('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
export const machineDoesNotExist = (arn: string) =>
  fault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
export const machineAlreadyExists = (arn: string) =>
  fault('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`)
export const invalidDefinition = (why: string) =>
  fault('InvalidDefinition', `Invalid State Machine Definition: '${why}'`)
export const invalidName = (name: string) => fault('InvalidName', `Invalid Name: '${name}'`)
export const invalidArn = (arn: string) => fault('InvalidArn', `Invalid Arn: '${arn}'`)
export const invalidInput = (why: string) =>
  fault('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`)
export const invalidOutput = (why: string) => fault('InvalidOutput', `Invalid Output: '${why}'`)
export const invalidToken = () => fault('InvalidToken', "Invalid Token: 'Invalid token'")
export const taskTimedOut = () =>
  fault('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
export const taskDoesNotExist = () =>
  fault('TaskDoesNotExist', "Task Does Not Exist: 'This server never gave that token'")
export const unknownOperation = (target: string) =>
  fault('UnknownOperationException', `The operation ${target} does not exist here`)
export const serialization = (why: string) => fault('SerializationException', why)

export function validation(error: z.ZodError): Fault {
  const count = error.issues.length
  const each = error.issues.map((issue) => `Value at '${issue.path.join('.')}': ${issue.message}`)
  return fault(
    'ValidationException',
    `${count} validation error${count > 1 ? 's' : ''} detected: ${each.join('; ')}`,
  )
}
