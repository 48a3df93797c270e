import * as z from 'zod'
import { type ReferenceKind, referenceKinds } from '../../../../core/reference/records.ts'

/** As much of JSON Schema as the kinds of records are written in. */
export type Node = {
  type?: string
  enum?: readonly (string | number)[]
  const?: unknown
  format?: string
  maxLength?: number
  anyOf?: readonly Node[]
  oneOf?: readonly Node[]
  items?: Node
  properties?: Readonly<Record<string, Node>>
  required?: readonly string[]
  propertyNames?: Node
  additionalProperties?: Node | boolean
}

/** The shape of a kind, from the very schema that the server parses with: a new kind needs no form of its own. */
export const schemaOf = (kind: ReferenceKind): Node =>
  z.toJSONSchema(referenceKinds[kind], { io: 'input', unrepresentable: 'any' }) as Node

export const variantsOf = ({ anyOf, oneOf }: Node): readonly Node[] | undefined => anyOf ?? oneOf

/** The fields of an object, those of a record by its keys included. */
export const fieldsOf = ({ properties, propertyNames, additionalProperties, required }: Node) => {
  const isRequired = (name: string) => required?.includes(name) ?? false
  if (properties)
    return Object.entries(properties).map(([name, node]) => ({ name, node, required: isRequired(name) }))
  const node = typeof additionalProperties === 'object' ? additionalProperties : {}
  return (propertyNames?.enum ?? []).map((name) => ({ name: String(name), node, required: true }))
}

/** What tells the variants of a union apart: the one word that each has of its own, or the names of its fields. */
export const variantName = (node: Node): { name: string; fixed?: Record<string, unknown> } => {
  const fixed = Object.entries(node.properties ?? {}).find(([, one]) => one.const !== undefined)
  if (fixed) return { name: String(fixed[1].const), fixed: { [fixed[0]]: fixed[1].const } }
  return { name: Object.keys(node.properties ?? {}).join('、') || String(node.type) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Which variant a value has: the first whose own word or fields it shows. */
export const variantOf = (variants: readonly Node[], value: unknown): number => {
  if (!isObject(value)) return -1
  return variants.findIndex((node) => {
    const { fixed } = variantName(node)
    if (fixed) return Object.entries(fixed).every(([name, one]) => value[name] === one)
    return Object.keys(node.properties ?? {}).some((name) => name in value)
  })
}
