import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { acknowledged } from '../../infra/reasons.ts'
import { officeStack } from './office-stack.ts'

const findings = (acknowledge: boolean) => {
  const { app } = officeStack({ acknowledge })
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, at: constructPath ?? '' })),
    )
}

describe('the AwsSolutions pack', () => {
  it('finds nothing that is not explained', () => {
    expect(findings(true)).toEqual([])
  })

  it('finds all that is explained: no explanation outlives its finding', () => {
    const all = findings(false)
    const idle = acknowledged.filter(
      ({ rule, at }) =>
        !all.some((finding) => finding.rule === rule && finding.at.startsWith(`Zhuqi/${at}/`)),
    )
    expect(idle).toEqual([])
  })

  it('is answered with a sentence each time', () => {
    expect(acknowledged.filter(({ reason }) => reason.length < 40)).toEqual([])
  })
})
