import { type AccessPattern, accessPatterns } from '../../functions/store/access-patterns.ts'
import { type IndexName, indexes, journalShards, projections } from '../../functions/store/keys.ts'
import { code, codes, page, table, writtenFrom } from './markdown.ts'

const indexNames = Object.keys(indexes) as IndexName[]
const patterns: [string, AccessPattern][] = Object.entries(accessPatterns)

const patternsTable = () =>
  table(
    ['pattern', 'what is asked', 'read', 'of', 'partition', 'sorted by'],
    patterns.map(([name, { what, reads, index, pk, sk }]) => [
      code(name),
      what,
      reads,
      index ? `index ${code(index)}` : 'the table',
      code(pk),
      sk ? code(sk) : 'every row of the partition',
    ]),
  )

const indexesTable = () =>
  table(
    ['index', 'keys', 'attributes it carries besides the keys'],
    indexNames.map((name) => [
      code(name),
      codes([indexes[name].pk, indexes[name].sk]),
      codes(projections[name]),
    ]),
  )

export const accessPatternsPage = (): string =>
  page(
    '# What is asked of the table',
    writtenFrom('functions/store/keys.ts'),
    'One DynamoDB table holds everything; its keys are spelled in that one file, and what is read from it has a name there. Nothing outside scripts scans the table, so a page of work costs the same at a thousand issues and at a million.',
    '## Access patterns',
    'An *item* is one row read consistently, a *query* is a page of one partition.',
    patternsTable(),
    '## Indexes',
    `All are sparse: a row that lacks the keys of an index is not in it. Each carries only what its list shows. The journal of a day is spread over ${journalShards} shards.`,
    indexesTable(),
  )
