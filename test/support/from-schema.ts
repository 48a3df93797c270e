import fc from 'fast-check'
import * as z from 'zod'

type Node = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Node[]
  oneOf?: Node[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Node
  properties?: Record<string, Node>
  required?: string[]
  additionalProperties?: Node | boolean
}

const words = [
  '路灯不亮',
  '已电话沟通。',
  'a',
  '企业\n换行',
  '😀',
  '<script>',
  "'; DROP",
  '\u0000',
  ' 空格 ',
  '{}',
]

/** Texts that get somewhere: wherever they fit a pattern, and those for a field of this name. */
export type Texts = { fitting: readonly string[]; named: Readonly<Record<string, readonly string[]>> }

const usually = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: odd })

const texts = (node: Node, known: Texts): fc.Arbitrary<string> => {
  const { pattern, minLength = 0, maxLength = 60 } = node
  if (pattern === undefined) {
    const fits = words.filter((word) => word.length >= minLength && word.length <= maxLength)
    const free = fc.string({
      unit: 'grapheme',
      minLength,
      maxLength: Math.max(minLength, Math.min(maxLength, 60)),
    })
    return fits.length > 0 ? fc.oneof(fc.constantFrom(...fits), free) : free
  }
  const regex = new RegExp(pattern)
  const fits = known.fitting.filter((text) => regex.test(text))
  const made = fc.stringMatching(regex)
  return fits.length > 0 ? usually(fc.constantFrom(...fits), made) : made
}

const objects = (node: Node, known: Texts): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties } = node
  if (Object.keys(properties).length === 0 && typeof additionalProperties === 'object') {
    return fc.dictionary(fc.string({ maxLength: 10 }), ofNode(additionalProperties, known), { maxKeys: 4 })
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      const named = known.named[name] ?? []
      const any = ofNode(field, known)
      return [name, named.length > 0 ? usually<unknown>(fc.constantFrom(...named), any) : any]
    }),
  )
  return fc.record(fields, { requiredKeys: required, noNullPrototype: true })
}

const ofNode = (node: Node, known: Texts): fc.Arbitrary<unknown> => {
  if (node.enum) return fc.constantFrom(...node.enum)
  if (node.const !== undefined) return fc.constant(node.const)
  const choices = node.anyOf ?? node.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => ofNode(choice, known)))
  const { minimum = 0, maximum = 1_000_000, minItems = 0, maxItems = 4 } = node
  switch (node.type) {
    case 'string':
      return texts(node, known)
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) })
    case 'boolean':
      return fc.boolean()
    case 'array': {
      const maxLength = Math.max(minItems, Math.min(maxItems, 4))
      return fc.array(ofNode(node.items ?? {}, known), { minLength: minItems, maxLength })
    }
    case 'object':
      return objects(node, known)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** Values of the shape that a schema takes, with the office's own ids and words wherever they fit. */
export const valuesOf = (schema: z.ZodType, known: Partial<Texts> = {}): fc.Arbitrary<unknown> =>
  ofNode(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node, {
    fitting: [],
    named: {},
    ...known,
  })
