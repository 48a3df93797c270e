import { readFileSync } from 'node:fs'
import * as z from 'zod'

const Next = z.object({ Next: z.string() })
const State = z.looseObject({
  Type: z.enum(['Task', 'Choice', 'Wait', 'Succeed', 'Fail']),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(Next.extend({ Variable: z.string(), StringEquals: z.string() }).strict()).default([]),
  Catch: z.array(Next.loose()).default([]),
  TimeoutSeconds: z.int().positive().optional(),
  TimeoutSecondsPath: z.string().optional(),
  SecondsPath: z.string().optional(),
  Retry: z.array(z.unknown()).default([]),
})
const Machine = z.object({ StartAt: z.string(), States: z.record(z.string(), State) })
type Named = z.infer<typeof State> & { name: string }

const nextOf = ({ Next, Default, Choices, Catch }: Named) =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)].filter(
    (name) => name !== undefined,
  )

/** A machine's file, its states by name, and where they lead. */
export const definitionOf = (name: string) => {
  const text = readFileSync(new URL(`../../workflows/${name}.asl.json`, import.meta.url), 'utf8')
  const machine = Machine.parse(JSON.parse(text))
  const states: Named[] = Object.entries(machine.States).map(([state, is]) => ({ ...is, name: state }))
  const reachableFrom = (start: string): Set<string> => {
    const seen = new Set<string>()
    const toSee = [start]
    for (let one = toSee.pop(); one !== undefined; one = toSee.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      toSee.push(...states.filter((state) => state.name === one).flatMap(nextOf))
    }
    return seen
  }
  return {
    text,
    machine,
    states,
    reachableFrom,
    ofType: (type: string) => states.filter(({ Type }) => Type === type),
  }
}
