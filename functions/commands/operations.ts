import type { Problem } from '../../core/api/issues.ts'
import { maximalFileBytes } from '../../core/api/upload-file.ts'
import { type CommandName, isCommandName } from '../../core/issue/commands.ts'
import { stepOf } from '../../core/lifecycle.ts'
import { actsFor } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Container } from '../lib/container.ts'
import { storeUpload } from '../lib/files.ts'
import { foresee, giveCommand } from '../lib/give-command.ts'
import { handOverAll } from '../lib/hand-over-all.ts'
import { noteRefusal } from '../lib/http/note-refusal.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { problemOf } from '../lib/http/problem.ts'
import { newFileId } from '../lib/ids.ts'
import { isWhatItSays } from '../lib/limits/content-type.ts'
import { logIssue } from '../lib/log-issue.ts'
import { answerOnce, claimKey } from '../lib/repeats.ts'
import { keyed } from '../store/answers.ts'
import { handOutLink, type LinkSettings } from './hand-out-link.ts'

/** A command that stands behind a button; the others have routes of their own or belong to the clock. */
const givenByPeople = (name: string): name is CommandName =>
  isCommandName(name) && ['portal', 'page'].includes(stepOf(name).door) && name !== 'logIssue'

export const commandOperations = (container: Container, settings: LinkSettings): OperationsIn<'commands'> => {
  const give = (
    id: string,
    command: string,
    input: unknown,
    principal: Principal,
    more: { ifMatch?: number | undefined; key?: string | undefined },
  ) => {
    if (!givenByPeople(command)) return Promise.resolve(refuse('unknownCommand'))
    const once = keyed(principal.id, 'giveCommand', more.key, { id, command, input, ifMatch: more.ifMatch })
    return giveCommand(container, { command, id, input, principal, ifMatch: more.ifMatch, keyed: once })
  }

  return {
    logIssue: async ({ principal, body, idempotencyKey }) => {
      const once = keyed(principal.id, 'logIssue', idempotencyKey, body)
      const result = await logIssue(container, { request: body, principal, keyed: once })
      if (isRefusal(result)) return result
      return { body: result.answer, version: result.answer.version, created: `/issues/${result.answer.id}` }
    },

    giveCommand: async ({ principal, params, body, ifMatch, idempotencyKey }) => {
      const result = await give(params.id, params.command, body, principal, { ifMatch, key: idempotencyKey })
      if (isRefusal(result)) return result
      return { body: result.answer, version: result.answer.version }
    },

    giveManyCommands: async ({ principal, body, idempotencyKey }) => {
      const claimed = await claimKey(
        container,
        keyed(principal.id, 'giveManyCommands', idempotencyKey, body),
        {},
      )
      if (isRefusal(claimed)) return claimed
      const items: { id: string; answer?: never; problem?: Problem }[] = []
      for (const [index, item] of body.items.entries()) {
        const key = idempotencyKey && `${idempotencyKey}/${index}`
        const result = await give(item.id, item.command, item.input, principal, {
          ifMatch: item.version,
          key,
        })
        // In a batch that is answered as a whole each part is on record by itself.
        if (isRefusal(result)) noteRefusal(container.audit, 'giveManyCommands', item, result)
        const said = isRefusal(result) ? { problem: problemOf(result) } : { answer: result.answer as never }
        items.push({ id: item.id, ...said })
      }
      return { body: { items } }
    },

    handOverAll: async ({ principal, body, idempotencyKey }) => {
      const { department } = body
      const own = principal.role !== 'handler' || actsFor(principal, department)
      if (!own) return refuse('notYourUnit')
      const result = await answerOnce(
        container,
        keyed(principal.id, 'handOverAll', idempotencyKey, body),
        async () => ({
          answer: await handOverAll(container, { ...body, principal }),
        }),
      )
      return isRefusal(result) ? result : { body: result.answer }
    },

    issueLink: (asked) => handOutLink(container, settings, asked),

    uploadFile: async ({ principal, params, body, idempotencyKey, ifMatch }) => {
      const bytes = Buffer.from(body.base64, 'base64')
      if (bytes.length > maximalFileBytes) return refuse('tooLarge', { detail: '附件最大 3 MB' })
      if (!isWhatItSays(bytes, body.type, body.name)) return refuse('notWhatItSays')
      const file = {
        id: newFileId(),
        name: body.name,
        type: body.type,
        size: bytes.length,
        firmSees: body.firmSees,
      }
      const given = {
        command: 'attachFile' as const,
        id: params.id,
        input: { file },
        principal,
        ifMatch,
        keyed: keyed(principal.id, 'uploadFile', idempotencyKey, { id: params.id, body }),
      }
      const foreseen = await foresee(container, given)
      if (!foreseen) await storeUpload(container, params.id, file.id, bytes)
      const result = foreseen ?? (await giveCommand(container, given))
      return isRefusal(result) ? result : { body: result.answer, version: result.answer.version }
    },
  }
}
