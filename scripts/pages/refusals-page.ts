import { refusalCodes, refuse } from '../../core/refusal.ts'
import { problemOf } from '../../functions/lib/http/problem.ts'
import { code, page, table, writtenFrom } from './markdown.ts'

const refusalsTable = () =>
  table(
    ['code', 'status', '中文', 'English'],
    refusalCodes.map((name) => {
      const { zh, en } = refuse(name)
      return [code(name), String(problemOf(refuse(name)).status), zh, en]
    }),
  )

export const refusalsPage = (): string =>
  page(
    '# Refusals',
    writtenFrom('core/refusal.ts'),
    'Everything that the API refuses, as `application/problem+json`. The `code` is stable and may be relied on; the sentences are for people and may be reworded. `title` is the Chinese sentence, `titleEn` the English one; `detail` says more about the case at hand, and `errors` points at the fields that are wrong.',
    refusalsTable(),
  )
