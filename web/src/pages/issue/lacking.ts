import type { Issue } from '../../../../core/issue/issue.ts'
import type { Missing } from '../../../../core/issue/missing.ts'
import { canOffer } from '../../../../core/issue/readiness.ts'
import type { Me } from '../../api/queries.ts'
import type { Lacking } from './checklist.tsx'
import { type ButtonCommand, buttonCommands } from './command-fields.ts'
import type { OpenForm } from './open-form.ts'

/** What is missing, each with the way to the field of the step that gives it, for whom that step is open. */
export const lackingOf = (missing: readonly Missing[], issue: Issue, me: Me, onOpen: OpenForm): Lacking[] =>
  missing.map(({ zh, en, step, field, post }) => {
    const command = buttonCommands.find((name): name is ButtonCommand => name === step)
    const may = command && canOffer(command, issue, me) === true
    return { zh, en, ...(may && { go: () => onOpen(command, post ? { post } : {}, field) }) }
  })
