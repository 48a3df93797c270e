import { wantedPosts } from '../hiring/funnel.ts'
import { lastStep, presentApplication } from '../tax-refund/progress.ts'
import { refundPaperWords, refundStepWords } from '../tax-refund/progress-words.ts'
import { type ClosureType, keysOf } from '../words.ts'
import type { CommandName } from './commands.ts'
import type { Issue } from './issue.ts'

/** Something that has to be there before an issue can be called solved, and the step and its field that give it. */
export type Missing = {
  readonly zh: string
  readonly en: string
  readonly step?: CommandName
  readonly field?: string
  /** The post that it is about. */
  readonly post?: string
}

/** Posts for which fewer have come than are wanted. Where nobody has registered a post, there is nothing to count. */
const unfilled = ({ hiring }: Issue): Missing[] =>
  wantedPosts(hiring ?? { posts: [] }).flatMap(({ id, title, headcount, funnel }) => {
    const arrived = funnel.arrived ?? 0
    if (arrived >= headcount) return []
    return [
      {
        zh: `${id} ${title}：到岗${arrived}人，还差${headcount - arrived}人`,
        en: `${id} ${title}: ${arrived} arrived, ${headcount - arrived} to go`,
        step: 'recordFunnel',
        field: 'arrived',
        post: id,
      },
    ]
  })

const hiringMissing = (issue: Issue, closure: ClosureType): Missing[] => {
  const missing = unfilled(issue)
  if (missing.length === 0 || !issue.hiring) return []
  const accepted = issue.hiring.partAccepted !== undefined
  if (accepted && closure === 'partly') return []
  const word = accepted
    ? { zh: '企业接受的是部分满足，请选“部分解决”', en: 'the firm accepts part: choose “partly solved”' }
    : {
        zh: '或者由企业接受部分满足',
        en: 'or the firm accepts part',
        step: 'acceptPart' as const,
        field: 'via',
      }
  return [...missing, word]
}

const refundMissing = ({ refund }: Issue): Missing[] => {
  const last = lastStep(refund)
  if (!last || last.step === 'granted' || last.step === 'arrived') return []
  const { zh, en } = refundStepWords[last.step]
  if (last.step === 'refused' || last.step === 'terminated') {
    return [
      {
        zh: `税务机关的结果是“${zh}”，请按“已解释说明”或“政策不允许”办结`,
        en: `the tax office's answer was “${en}”: close it as explained or not permitted`,
      },
    ]
  }
  return [
    {
      zh: `税务机关尚未作出准予的决定（现为“${zh}”）`,
      en: `the tax office has not granted it yet (now: ${en})`,
      step: 'recordRefundStep',
      field: 'step',
    },
  ]
}

/** Papers of a refund that the firm has not got together yet, as they were checked last. */
export const missingPapers = ({ refund }: Pick<Issue, 'refund'>): Missing[] => {
  const { papers } = refund ?? {}
  if (!papers || presentApplication(refund)?.steps.length) return []
  return keysOf(refundPaperWords)
    .filter((paper) => !papers.ready.includes(paper))
    .map((paper) => ({ ...refundPaperWords[paper], step: 'checkPapers', field: 'ready' }))
}

/**
 * What is missing before an issue can be proposed as solved or partly solved: what the portal lists and the refusal
 * says. The other closures claim no result, and nothing is missing for them.
 */
export const missingFor = (issue: Issue, closure: ClosureType): Missing[] => {
  if (closure !== 'solved' && closure !== 'partly') return []
  if (issue.category === 'hiring') return hiringMissing(issue, closure)
  return issue.category === 'taxRefund' ? refundMissing(issue) : []
}
