import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from '../scripts/pages/pages.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('a page that the code writes', () => {
  it.each(Object.entries(pages))('%s is what the code says; else run `npm run docs`', (path, make) => {
    expect(read(path)).toBe(make())
  })
})

/** What stands in code is an example, not a link. */
const withoutCode = (markdown: string) => markdown.replaceAll(/```.*?```/gs, '').replaceAll(/`[^`\n]*`/g, '')

/** Targets of `[text](target)` within the project, without the place in the page. */
const linksIn = (path: string) =>
  [...withoutCode(read(path)).matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g)]
    .map(([, target = '']) => decodeURI(target.split('#')[0] ?? ''))
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target))

const markdown = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })]

describe('every file that a page links to is there', () => {
  it.each(markdown)('%s', (path) => {
    const targets = linksIn(path).map((target) => relative(root, join(root, dirname(path), target)))
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([])
  })

  it('in a project that has a README', () => {
    expect(markdown).toContain('README.md')
  })
})

describe('the threat model', () => {
  const rows = read('docs/threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split(' | '))

  it.each(rows.map((cells) => [cells[0]?.slice(2) ?? '', cells.at(-1) ?? '', cells.length] as const))(
    '%s: names what keeps people out, and the tests that guard it',
    (_, guards, columns) => {
      expect(columns).toBe(5)
      const tests = [...guards.matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/g)].map(([, path = '']) => path)
      expect(tests.length).toBeGreaterThan(0)
      expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
    },
  )
})
