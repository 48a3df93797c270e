import { accessPatternsPage } from './access-patterns-page.ts'
import { licencesPage } from './licences-page.ts'
import { lifecyclePage } from './lifecycle-page.ts'
import { refusalsPage } from './refusals-page.ts'
import { wordsPage } from './words-page.ts'

/** The pages that the code writes, by their path from the root of the project. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/lifecycle.md': lifecyclePage,
  'docs/access-patterns.md': accessPatternsPage,
  'docs/licences.md': licencesPage,
  'docs/refusals.md': refusalsPage,
  'docs/words.md': wordsPage,
}
