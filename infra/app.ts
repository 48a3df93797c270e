import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks } from 'cdk-nag'
import { entryOf, functionNames } from '../functions/catalogue.ts'
import { bundleEntries, projectRoot } from './bundle.ts'
import { acknowledgeFindings } from './reasons.ts'
import { makeStack } from './stack.ts'

const bundles = join(projectRoot, 'dist', 'functions')
await bundleEntries(Object.fromEntries(functionNames.map((name) => [name, entryOf(name).entry])), bundles)

const app = new App()
const region: unknown = app.node.tryGetContext('region')
const stack = makeStack(app, {
  codeOf: (name) => Code.fromAsset(join(bundles, name)),
  region: typeof region === 'string' ? region : undefined,
})
acknowledgeFindings(stack)
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
