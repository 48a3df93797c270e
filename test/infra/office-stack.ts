import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import * as z from 'zod'
import { projectRoot } from '../../infra/bundle.ts'
import { acknowledgeFindings } from '../../infra/reasons.ts'
import { makeStack } from '../../infra/stack.ts'

const cdk = z
  .object({ app: z.string(), context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8')))

export type Properties = Record<string, unknown>
export type Resource = { id: string; type: string; properties: Properties; raw: Record<string, unknown> }

const ResourceJson = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
})

/** The stack as `cdk synth` makes it with the flags of cdk.json, but for the code of its functions. */
export const officeStack = (options: { region?: string; acknowledge?: boolean } = {}) => {
  const app = new App({ context: cdk.context })
  const stack = makeStack(app, { codeOf: () => Code.fromInline('//'), region: options.region })
  if (options.acknowledge ?? true) acknowledgeFindings(stack)
  const json = Template.fromStack(stack).toJSON()
  const resources: Resource[] = Object.entries(z.record(z.string(), ResourceJson).parse(json.Resources)).map(
    ([id, raw]) => ({ id, type: raw.Type, properties: raw.Properties, raw }),
  )
  return {
    app,
    json,
    resources,
    ofType: (type: string): Resource[] => resources.filter((resource) => resource.type === type),
  }
}

/** The one resource of a type. */
export const only = (resources: readonly Resource[]): Resource => {
  const [first, ...others] = resources
  if (!first || others.length > 0) throw new Error(`one was expected, there are ${resources.length}`)
  return first
}

/** Every text within a value of a template. */
export const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(textsOf)
  return []
}

/** The logical id that a Ref or a GetAtt points at. */
export const pointsAt = (value: unknown): string | undefined => {
  const reference = z
    .union([
      z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
      z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((get) => get['Fn::GetAtt'][0]),
    ])
    .safeParse(value)
  return reference.data
}

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z.union([z.array(schema), schema.transform((one) => [one])]) as unknown as z.ZodType<z.infer<T>[]>

const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()).optional(),
})
const PolicyJson = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.unknown()).optional(),
})

export type Allowed = { policy: string; roles: string[]; actions: string[]; on: unknown[] }

/** All that is allowed to any role of the stack. */
export const allowedIn = (resources: readonly Resource[]): Allowed[] =>
  resources
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .flatMap(({ id, properties }) => {
      const { PolicyDocument, Roles } = PolicyJson.parse(properties)
      const roles = (Roles ?? []).map((role) => pointsAt(role) ?? 'unknown')
      return PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow').map((statement) => ({
        policy: id,
        roles,
        actions: statement.Action,
        on: statement.Resource ?? [],
      }))
    })
