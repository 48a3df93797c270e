import { type Step, stepOf } from '../../lifecycle.ts'
import { allowedByAny } from '../../permission.ts'
import type { Principal } from '../../principal.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { categoryWords, stageWords } from '../../words.ts'
import type { CommandName } from '../commands.ts'
import type { Issue } from '../issue.ts'

const wrongStage = (step: Step, issue: Issue) =>
  refuse('wrongStage', {
    detail:
      step.from === 'nothing'
        ? '这件诉求已经登记。'
        : `“${step.zh}”可在${step.from.map((stage) => stageWords[stage].zh).join('、')}时办理，这件诉求现为“${stageWords[issue.stage].zh}”。`,
    about: { stage: issue.stage },
  })

const wrongCategory = (step: Step, issue: Issue) =>
  refuse('otherCategory', {
    detail: `“${step.zh}”用于${step.only ? categoryWords[step.only].zh : ''}诉求，这件是${categoryWords[issue.category].zh}诉求。`,
  })

/** What was given can be taken back at any time (个人信息保护法 art. 15), and a link as well. */
const alsoInTheArchive: ReadonlySet<CommandName> = new Set([
  'withdrawConsent',
  'revokeLink',
  'revokeBankLink',
])

/** Whether a command may be given now, and if not, why: the API and the portal's buttons ask the same question. */
export const canGive = (
  name: CommandName,
  issue: Issue | undefined,
  principal: Principal,
): true | Refusal => {
  const step = stepOf(name)
  if (step.from === 'nothing')
    return issue ? wrongStage(step, issue) : allowedByAny(step.who, principal, issue)
  if (!issue) return refuse('unknownIssue')
  const allowed = allowedByAny(step.who, principal, issue)
  if (allowed !== true) return allowed
  if (step.only && step.only !== issue.category) return wrongCategory(step, issue)
  if (issue.recordArchived && principal.role !== 'system' && !alsoInTheArchive.has(name))
    return refuse('inTheArchive')
  return step.from.includes(issue.stage) ? true : wrongStage(step, issue)
}
