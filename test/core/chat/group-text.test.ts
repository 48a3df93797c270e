import { expect, it } from 'vitest'
import { groupText } from '../../../core/chat/group-text.ts'
import { replay } from '../../../core/issue/evolve.ts'
import { anIssueInHand } from '../an-issue.ts'

it('a text for the group says what and where it stands, with no number or name of a person', () => {
  const inHand = replay(anIssueInHand())
  if (!inHand) throw new Error('no issue')
  const issue = {
    ...inHand,
    content: '流动资金紧张，请联系赵总13800001000或0832-2026123。',
    contact: { name: '赵总', phone: '13800001000' },
    need: { amountYuan: 2_000_000, termMonths: 12 },
  }
  const text = groupText(issue, (id) => `部门${id}`)
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toContain(issue.id)
  expect(text).toContain('（200万元，12个月）')
  expect(text).toContain('办理中｜部门')
  expect(text).not.toMatch(/1380000|2026123/)
})
