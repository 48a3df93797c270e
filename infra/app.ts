import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks } from 'cdk-nag'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import { bundleEntries, projectRoot } from './bundle.ts'
import { makePortalStack } from './portal-stack.ts'
import { acknowledgeFindings, acknowledgePortalFindings } from './reasons.ts'
import { makeStack } from './stack.ts'

const bundles = join(projectRoot, 'dist', 'functions')
await bundleEntries(Object.fromEntries(functionNames.map((name) => [name, entryOf(name).entry])), bundles)

const app = new App()
const region: unknown = app.node.tryGetContext('region')
const inRegion = typeof region === 'string' ? region : undefined
const stack = makeStack(app, {
  codeOf: (name) => Code.fromAsset(join(bundles, name)),
  region: inRegion,
})
acknowledgeFindings(stack)
if (!inRegion?.startsWith('cn-')) acknowledgePortalFindings(makePortalStack(app, inRegion))
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
