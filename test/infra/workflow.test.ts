import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { machineNames } from '../../core/api/workflow.ts'
import { entryOf, functionNames } from '../../functions/catalogue.ts'
import { projectRoot } from '../../infra/bundle.ts'
import { idOf } from '../../infra/functions.ts'
import { allowedIn, officeStack, only, pointsAt } from './office-stack.ts'

const { resources, ofType } = officeStack()
const machines = ofType('AWS::StepFunctions::StateMachine')

describe.each(machineNames)('the %s machine', (name) => {
  const scope = name.split('-').map(idOf).join('')
  const machine = only(machines.filter(({ id }) => id.startsWith(`${scope}Machine`))).properties
  const file = readFileSync(join(projectRoot, 'workflows', `${name}.asl.json`), 'utf8')
  const substitutions = z.record(z.string(), z.unknown()).parse(machine.DefinitionSubstitutions)
  const tasks = functionNames.flatMap((task) => {
    const { trigger } = entryOf(task)
    return trigger.kind === 'task' && trigger.machine === name ? [[task, trigger.substitution] as const] : []
  })

  it('is the file that runs on one machine, word for word', () => {
    expect(machine.DefinitionString).toBe(file)
  })

  it('has a value for every name that the file leaves open, and no value that it does not ask for', () => {
    const asked = new Set([...file.matchAll(/\$\{(\w+)\}/g)].map(([, one]) => one))
    expect(Object.keys(substitutions).sort()).toEqual([...asked].sort())
  })

  it.each(tasks)('calls %s under the name that the catalogue gives it', (task, substitution) => {
    expect(pointsAt(substitutions[substitution])).toMatch(new RegExp(`^${idOf(task)}Function`))
  })

  it('takes its partition from where it is deployed', () => {
    expect(substitutions.Partition).toEqual({ Ref: 'AWS::Partition' })
  })

  it('may invoke exactly the functions that it names', () => {
    const role = pointsAt(machine.RoleArn)
    const policies = resources.filter(
      ({ type, properties }) =>
        type === 'AWS::IAM::Policy' && (properties.Roles as unknown[]).some((one) => pointsAt(one) === role),
    )
    const invoked = allowedIn(policies)
      .filter(({ actions }) => actions.includes('lambda:InvokeFunction'))
      .flatMap(({ on }) => on.map(pointsAt))
    const named = Object.values(substitutions).map(pointsAt)
    expect(invoked.sort()).toEqual(named.filter((id) => id !== 'AWS::Partition').sort())
  })

  it('can wait for weeks, and logs the way it takes without the tokens', () => {
    expect(machine.StateMachineType).toBe('STANDARD')
    expect(machine.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false })
  })
})
