import { describe, expect, it } from 'vitest'
import { tableDefinition } from '../../functions/store/table-definition.ts'
import { officeStack, only } from './office-stack.ts'

const { properties: table, raw } = only(officeStack().ofType('AWS::DynamoDB::Table'))
const onOneMachine = tableDefinition('any')
const byName = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b))
const sorted = (list: unknown) => [...(list as object[])].sort(byName)

describe('the table', () => {
  it('has the keys and indexes of the table on one machine', () => {
    expect(table.KeySchema).toEqual(onOneMachine.KeySchema)
    expect(sorted(table.AttributeDefinitions)).toEqual(sorted(onOneMachine.AttributeDefinitions))
    expect(table.GlobalSecondaryIndexes).toEqual(onOneMachine.GlobalSecondaryIndexes)
  })

  it('is paid by the request, so that a quiet month costs what is stored', () => {
    expect(table.BillingMode).toBe('PAY_PER_REQUEST')
  })

  it('can be put back to any second of the last weeks', () => {
    expect(table.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
  })

  it('cannot be deleted by an order nor with the stack', () => {
    expect(table.DeletionProtectionEnabled).toBe(true)
    expect([raw.DeletionPolicy, raw.UpdateReplacePolicy]).toEqual(['Retain', 'Retain'])
  })

  it('is encrypted under a key whose use is on record', () => {
    expect(table.SSESpecification).toEqual({ SSEEnabled: true })
  })

  it('streams new items to the consumers and forgets what has expired', () => {
    expect(table.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' })
    expect(table.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true })
  })
})
