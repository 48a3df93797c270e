import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const root = join(import.meta.dirname, '..', '..')

const Package = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const Lock = z.object({ packages: z.record(z.string(), Package) })

const readLock = () => Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages
type Packages = ReturnType<typeof readLock>

/** As Node looks for it: beside whoever asks, then further and further out. */
const placeOf = (packages: Packages, name: string, from: string): string | undefined => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (packages[place]) return place
    if (at === '') return undefined
  }
}

const needsOf = ({ dependencies, optionalDependencies }: z.infer<typeof Package>) =>
  Object.keys({ ...dependencies, ...optionalDependencies })

/** Everything that comes along with these packages, by its place. */
const closure = (packages: Packages, names: readonly string[]): Set<string> => {
  const found = new Set<string>()
  const visit = (name: string, from: string) => {
    const place = placeOf(packages, name, from)
    if (!place || found.has(place)) return
    found.add(place)
    for (const next of needsOf(packages[place] ?? {})) visit(next, place)
  }
  for (const name of names) visit(name, '')
  return found
}

/** Packages whose code the portal carries into browsers: what its files import. */
const portalPackages = (): string[] => {
  const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root })
  const imports = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'([^'.][^']*)'/g)].map(
      ([, name = '']) => name,
    ),
  )
  const names = imports
    .filter((name) => !/^(node|virtual|vite):|^\/|^vite\//.test(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  return [...new Set(names)].sort()
}

export type Licensed = { name: string; version: string; licence: string }

const licensed = (packages: Packages, places: Iterable<string>): Licensed[] => {
  const all = [...places].map((place) => ({
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[place]?.version ?? '',
    licence: packages[place]?.license ?? 'unknown',
  }))
  const text = ({ name, version }: Licensed) => `${name}@${version}`
  return [...new Map(all.map((one) => [text(one), one])).values()].sort((a, b) =>
    text(a) < text(b) ? -1 : 1,
  )
}

/** What is delivered with Zhuqi: to the server, and to browsers. */
export const delivered = () => {
  const packages = readLock()
  const server = needsOf(packages[''] ?? {})
  return {
    server: licensed(packages, closure(packages, server)),
    portal: licensed(packages, closure(packages, portalPackages())),
  }
}

const table = (rows: readonly Licensed[]) =>
  [
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
  ].join('\n')

export const licencesPage = (): string => {
  const { server, portal } = delivered()
  return `# Licences of what is delivered

Written from \`package-lock.json\` and the imports of \`web/src\` by \`npm run docs\`. Tools that only build or test are not delivered and not listed. \`npm run audit:dependencies\` asks the registry whether anything here is known to be vulnerable.

## On the server

${table(server)}

## In the browser

${table(portal)}
`
}
