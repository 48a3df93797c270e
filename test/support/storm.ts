import fc from 'fast-check'
import { apiBase, type Operation, type Route, routeOf } from '../../core/api/routes.ts'
import { type CommandName, commandInputs, commandNames } from '../../core/issue/commands.ts'
import { type Texts, valuesOf } from './from-schema.ts'

/** A request as it goes over the wire. */
export type Blow = {
  method: string
  path: string
  by: string | undefined
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | undefined
}

/** What makes a request get somewhere: the office's ids and words, codes of firms, and ledgers. */
export type Known = { texts: Texts; codes: readonly string[]; files: readonly Uint8Array[] }

const people = [
  'official-1',
  'official-3',
  'dispatcher',
  'parks-1',
  'talent-1',
  'manager',
  'auditor',
  'admin',
  'tiancheng-1',
]
const usually = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd })
/** What fetch lets through in a header. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((n) => String.fromCharCode(n)),
  maxLength: 40,
})

const bytesOf = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value) ?? ''))

/** One change to a request that was in order: something gone, something added, something else in its place. */
const bent = (value: unknown): fc.Arbitrary<unknown> => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('长'.repeat(5000), -1, 1e300, null, '', [], {}),
  )
  if (typeof value !== 'object' || value === null) return odd
  const names = Object.keys(value)
  const changes = [
    fc.tuple(fc.string({ maxLength: 12 }), odd).map(([name, one]) => ({ ...value, [name]: one })),
    odd,
  ]
  if (names.length === 0) return fc.oneof(...changes)
  const named = fc.constantFrom(...names)
  return fc.oneof(
    ...changes,
    named.map((name) => Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))),
    fc.tuple(named, odd).map(([name, one]) => ({ ...value, [name]: one })),
    named.chain((name) => bent(Reflect.get(value, name)).map((one) => ({ ...value, [name]: one }))),
  )
}

const raw = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes))

/** A file as it is, broken off somewhere, or with some bytes that are others. */
const fileOf = (files: readonly Uint8Array[]) =>
  fc.constantFrom(...files).chain((file) => {
    const place = fc.nat(file.length - 1)
    const spots = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 })
    return fc.oneof(
      fc.constant(new Uint8Array(file)),
      place.map((end) => new Uint8Array(file.subarray(0, end))),
      spots.map((all) => {
        const copy = new Uint8Array(file)
        for (const [at, byte] of all) copy[at] = byte
        return copy
      }),
    )
  })

const bodyOf = ({ body: schema, takesFile }: Route, known: Known): fc.Arbitrary<Blow['body']> => {
  if (takesFile) return usually(fileOf(known.files), raw)
  if (!schema) return usually(fc.constant(undefined), raw)
  const good = valuesOf(schema, known.texts)
  return fc.oneof(
    { weight: 5, arbitrary: good.map(bytesOf) },
    { weight: 4, arbitrary: good.chain(bent).map(bytesOf) },
    { weight: 1, arbitrary: fc.json().map((text) => new Uint8Array(Buffer.from(text))) },
    { weight: 1, arbitrary: raw },
    // A request that broke off on the way.
    { weight: 1, arbitrary: good.map((value) => bytesOf(value).slice(0, -3)) },
  )
}

const queryOf = (schema: Route['query'], known: Known): fc.Arbitrary<string> => {
  const free = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 20 }), {
    maxKeys: 3,
  })
  const good = schema ? valuesOf(schema, known.texts) : fc.constant({})
  const paired = usually(good, free).map((value) =>
    Object.entries(value as object).map(([name, one]) => [name, String(one).toWellFormed()]),
  )
  return usually(
    paired.map((pairs) => new URLSearchParams(pairs).toString()),
    fc.webQueryParameters(),
  )
}

const pathOf = (route: Route, known: Known): fc.Arbitrary<string> => {
  const params = route.params ? valuesOf(route.params, known.texts) : fc.constant({})
  const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.toWellFormed())
  return fc.tuple(params, odd, fc.integer({ min: 0, max: 9 })).map(([values, text, dice]) =>
    route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = Reflect.get(values as object, name)
      return encodeURIComponent(dice === 0 ? text : String(value))
    }),
  )
}

const headersOf = (route: Route, known: Known): fc.Arbitrary<Record<string, string>> => {
  const code = usually(fc.constantFrom(...known.codes), headerText)
  const type = usually(
    fc.constant('application/json'),
    fc.oneof(
      fc.constantFrom('text/csv', 'application/json; charset=gbk', 'application/merge-patch+json'),
      headerText,
    ),
  )
  return fc.record(
    {
      'content-type': type,
      'x-track-code': code,
      'idempotency-key': usually(fc.constantFrom('k1', 'k2', 'k3'), headerText),
      'if-match': fc.oneof(fc.constantFrom('"1"', 'W/"3"', '*', '"99"'), headerText),
      accept: headerText,
    },
    {
      requiredKeys: [
        ...(route.body ? ['content-type' as const] : []),
        ...(route.who === 'link' ? ['x-track-code' as const] : []),
      ],
    },
  )
}

/** Any request to a route, from one that is in order to one that is nothing but noise. */
const blowsAt = (route: Route, known: Known): fc.Arbitrary<Blow> => {
  const [firstRole] = Array.isArray(route.who) ? route.who : []
  const likely = people.filter((id) => firstRole && id.startsWith(firstRole))
  const someone = fc.constantFrom(undefined, ...people)
  return fc
    .record({
      path: pathOf(route, known),
      query: queryOf(route.query, known),
      headers: headersOf(route, known),
      body: bodyOf(route, known),
      by: usually(likely.length > 0 ? fc.constantFrom(...likely) : someone, someone),
    })
    .map(({ path, query, body, ...rest }) => ({
      ...rest,
      method: route.method,
      path: `${apiBase}${path}${query && `?${query}`}`,
      // A GET carries no body over fetch.
      body: route.method === 'GET' ? undefined : body,
    }))
}

/** Commands that say what their name asks for: a schema of the route alone would seldom hit on one. */
const commandBlows = (known: Known): fc.Arbitrary<Blow> =>
  fc.constantFrom(...commandNames).chain((name: CommandName) =>
    blowsAt({ ...routeOf('giveCommand'), body: commandInputs[name] }, known).map((blow) => ({
      ...blow,
      path: blow.path.replace(/commands\/[^/?]*/, `commands/${name}`),
      by: blow.by,
    })),
  )

export const stormOn = (operation: Operation, known: Known): fc.Arbitrary<Blow> => {
  const blows = blowsAt(routeOf(operation), known)
  return operation === 'giveCommand' ? usually(commandBlows(known), blows) : blows
}
