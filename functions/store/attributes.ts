import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/** Plain assignment, but for the one name that would set an object's prototype instead of a field. */
const setOwn = <V>(row: Record<string, V>, name: string, value: V): void => {
  if (name !== '__proto__') row[name] = value
  else Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true })
}

/**
 * Rows as DynamoDB spells them and back. The SDK's own translation walks each row three times and takes longer than
 * all other work on a request; rows here hold only JSON and bytes. What is undefined is left out, as JSON does.
 */
export const toAttribute = (value: unknown): AttributeValue => {
  switch (typeof value) {
    case 'string':
      return { S: value }
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be stored`)
      return { N: String(value) }
    case 'boolean':
      return { BOOL: value }
    case 'object':
      if (value === null) return { NULL: true }
      if (value instanceof Uint8Array) return { B: value }
      if (Array.isArray(value)) return { L: value.map(toAttribute) }
      return { M: toAttributes(value) }
    default:
      throw new TypeError(`a ${typeof value} cannot be stored`)
  }
}

export const toAttributes = (row: object): Record<string, AttributeValue> => {
  const attributes: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(row)) {
    if (value !== undefined) setOwn(attributes, name, toAttribute(value))
  }
  return attributes
}

/** Numbers come back as JavaScript's: nothing here counts beyond 2⁵³. Sets are never written, so none is read. */
const fromAttribute = (attribute: AttributeValue): unknown => {
  if (attribute.S !== undefined) return attribute.S
  if (attribute.N !== undefined) return Number(attribute.N)
  if (attribute.M !== undefined) return fromAttributes(attribute.M)
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute)
  if (attribute.BOOL !== undefined) return attribute.BOOL
  if (attribute.NULL !== undefined) return null
  if (attribute.B !== undefined) return attribute.B
  throw new TypeError(`cannot read ${Object.keys(attribute).join()}`)
}

export const fromAttributes = (
  attributes: Readonly<Record<string, AttributeValue>>,
): Record<string, unknown> => {
  const row: Record<string, unknown> = {}
  for (const [name, attribute] of Object.entries(attributes)) setOwn(row, name, fromAttribute(attribute))
  return row
}
