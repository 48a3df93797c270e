import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { FirmFacts } from '../../core/firm/firm.ts'
import { Policy } from '../../core/policy/policy.ts'
import { theSystem } from '../../core/principal.ts'
import { defaultRoutingRules } from '../../core/reference/defaults.ts'
import type { Reference } from '../../core/reference/records.ts'
import { usualRecords } from '../../core/reference/usual.ts'
import type { Container } from '../../functions/lib/container.ts'
import { registerFirm } from '../../functions/lib/firm-register.ts'
import { addReference } from '../../functions/lib/reference.ts'
import { directoryRecords } from '../../functions/lib/reference-file.ts'
import { sampleProducts } from './sample-products.ts'

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8'))

/** By this the records of the sample are told from those of an office. */
export const sampleSource = '示例单位名录'
const since = { validFrom: '2020-01-01', source: sampleSource }

/** The sample office as reference records: who there is, where issues go, and how long things may take. */
export const sampleReference = (): Partial<Reference> => {
  return {
    ...directoryRecords(sample('directory.json'), since),
    routingRule: defaultRoutingRules,
    ...usualRecords,
    ...sampleProducts(sample('loan-products.json')),
    policy: z.array(Policy).parse(sample('policies.json')),
  }
}

/** Loads the sample office where there is no office yet: its directory, its rules and its firms. */
export const loadSampleOffice = async (container: Container): Promise<void> => {
  const added = await addReference(container.table, sampleReference())
  if (added === 0) return
  for (const firm of z.array(FirmFacts).parse(sample('firms.json')))
    await registerFirm(container, theSystem, firm)
}
