import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'

/** Answers to tasks that wait. A dead token is an answer and no fault. */
export type TaskAnswers = {
  /** Wakes the waiting execution; false where the token is dead. */
  wake(token: string): Promise<boolean>
  /** Ends the wait of an execution whose place another has taken. */
  supersede(token: string): Promise<void>
}

/** What functions ask of the workflow service. */
export type Workflows = TaskAnswers & {
  /** Starts an execution for an issue; a name that was used before means that this was done before. */
  start(issueId: string, name: string): Promise<void>
  /** The same for a round of banks. */
  startRound(issueId: string, round: number, name: string): Promise<void>
  /** Starts an execution for a delivery to a bank's system, likewise. */
  deliver(webhookId: string, name: string): Promise<void>
}

const isDeadToken = (error: unknown) =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken

export const makeTaskAnswers = (client: SFNClient): TaskAnswers => ({
  wake: async (token) => {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))
      return true
    } catch (error) {
      if (isDeadToken(error)) return false
      throw error
    }
  },
  supersede: async (token) => {
    try {
      await client.send(new SendTaskFailureCommand({ taskToken: token, error: 'Superseded' }))
    } catch (error) {
      if (!isDeadToken(error)) throw error
    }
  },
})

/** A name that was used before, with other input or ended, means that this was done before. */
const startOnce = async (client: SFNClient, stateMachineArn: string, name: string, input: object) => {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }))
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
  }
}

/** ARNs of the machines. */
export type MachineArns = { issue: string; round: string; webhook: string }

export const makeWorkflows = (client: SFNClient, arns: MachineArns): Workflows => ({
  ...makeTaskAnswers(client),
  start: (issueId, name) => startOnce(client, arns.issue, name, { issueId }),
  startRound: (issueId, round, name) => startOnce(client, arns.round, name, { issueId, round }),
  deliver: (webhookId, name) => startOnce(client, arns.webhook, name, { webhookId }),
})
