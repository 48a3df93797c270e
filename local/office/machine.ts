import { readFileSync } from 'node:fs'
import { entryOf, type FunctionName, functionNames } from '../../functions/catalogue.ts'

const machineFile = (name: string) => new URL(`../../workflows/${name}.asl.json`, import.meta.url)

/** The file that is deployed, with the names of this runtime's functions put in. */
export const machineDefinition = (machine: string): string => {
  const names = functionNames.flatMap((name): [string, FunctionName][] => {
    const { trigger } = entryOf(name)
    return trigger.kind === 'task' && trigger.machine === machine ? [[trigger.substitution, name]] : []
  })
  const substitutions = new Map<string, string>([...names, ['Partition', 'aws']])
  return readFileSync(machineFile(machine), 'utf8').replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => {
    const value = substitutions.get(name)
    if (value === undefined) throw new Error(`${machine}: nothing is known for ${whole}`)
    return value
  })
}
