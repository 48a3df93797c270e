import fc from 'fast-check'
import type * as z from 'zod'
import { apiBase, type Operation, type Route, routeOf } from '../../core/api/routes.ts'
import { firmCommandInputs, firmCommandNames, firmSteps, isFirmCommand } from '../../core/firm/commands.ts'
import { type CommandName, commandInputs, commandNames } from '../../core/issue/commands.ts'
import { stepOf } from '../../core/lifecycle.ts'
import type { PolicyName } from '../../core/permission.ts'
import { referenceKinds } from '../../core/reference/records.ts'
import type { Role } from '../../core/words.ts'
import { type Texts, valuesOf } from './from-schema.ts'

/** A request as it goes over the wire. */
export type Blow = {
  method: string
  path: string
  by: string | undefined
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | undefined
}

/** What makes a request get somewhere: the office's ids and words, codes of firms and banks, and ledgers. */
export type Known = {
  texts: Texts
  codes: readonly string[]
  bankCodes: readonly string[]
  files: readonly Uint8Array[]
}

/** People of each role, and two handlers, because an issue is with one of their departments. */
const people: readonly (readonly [id: string, role: Role])[] = [
  ['official-1', 'official'],
  ['official-3', 'official'],
  ['dispatcher', 'dispatcher'],
  ['parks-1', 'handler'],
  ['talent-1', 'handler'],
  ['manager', 'manager'],
  ['auditor', 'auditor'],
  ['admin', 'admin'],
  ['tiancheng-1', 'banker'],
]
const ids = people.map(([id]) => id)
const usually = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd })
/** What fetch lets through in a header: no control characters. */
const letters = fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f)
const headerText = fc.array(letters, { maxLength: 40 }).map((codes) => String.fromCharCode(...codes))

const bytesOf = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value) ?? ''))

/** One change to a request that was in order: something gone, something added, something else in its place. */
const bent = (value: unknown): fc.Arbitrary<unknown> => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('长'.repeat(5000), '\ud83d', -1, 1e300, null, '', [], {}),
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

const bodyOf = (
  { body: schema, takesFile }: Route,
  known: Known,
  straight: boolean,
): fc.Arbitrary<Blow['body']> => {
  if (takesFile)
    return straight
      ? fc.constantFrom(...known.files.map((file) => new Uint8Array(file)))
      : usually(fileOf(known.files), raw)
  if (!schema) return straight ? fc.constant(undefined) : usually(fc.constant(undefined), raw)
  const good = valuesOf(schema, known.texts)
  if (straight) return good.map(bytesOf)
  return fc.oneof(
    { weight: 4, arbitrary: good.chain(bent).map(bytesOf) },
    { weight: 1, arbitrary: good.map(bytesOf) },
    { weight: 1, arbitrary: fc.json().map((text) => new Uint8Array(Buffer.from(text))) },
    { weight: 1, arbitrary: raw },
    // A request that broke off on the way.
    { weight: 1, arbitrary: good.map((value) => bytesOf(value).slice(0, -3)) },
  )
}

const queryOf = (schema: Route['query'], known: Known, straight: boolean): fc.Arbitrary<string> => {
  const free = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 20 }), {
    maxKeys: 3,
  })
  const good = schema ? valuesOf(schema, known.texts) : fc.constant({})
  const written = (straight ? good : usually<unknown>(good, free)).map((value) => {
    const pairs = Object.entries(value as object).map(
      ([name, one]) => [name.toWellFormed(), String(one).toWellFormed()] as [string, string],
    )
    return new URLSearchParams(pairs).toString()
  })
  return straight ? written : usually(written, fc.webQueryParameters())
}

const pathOf = (route: Route, known: Known, straight: boolean): fc.Arbitrary<string> => {
  const good = route.params ? valuesOf(route.params, known.texts) : fc.constant({})
  const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.toWellFormed())
  const oddAt = fc.tuple(fc.nat(4), odd)
  return fc.tuple(good, oddAt).map(([values, [place, text]]) => {
    let at = 0
    return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(!straight && at++ === place ? text : String(Reflect.get(values as object, name))),
    )
  })
}

const headersOf = (route: Route, known: Known, straight: boolean): fc.Arbitrary<Record<string, string>> => {
  const json = fc.constant('application/json')
  const types = ['text/csv', 'application/json; charset=gbk', 'application/merge-patch+json']
  const code = fc.constantFrom(...known.codes)
  const bankCode = fc.constantFrom(...known.bankCodes)
  const key = fc.constantFrom('k1', 'k2', 'k3')
  const version = fc.constantFrom('"1"', 'W/"3"', '*', '"99"')
  const always = {
    'content-type': route.body ? json : undefined,
    'x-track-code': route.who === 'link' ? code : undefined,
    'x-bank-code': route.who === 'bankLink' ? bankCode : undefined,
  }
  const needed = Object.fromEntries(
    Object.entries(always).flatMap(([name, one]) => (one ? [[name, one]] : [])),
  )
  if (straight) return fc.record(needed)
  const any = {
    'content-type': usually(json, fc.oneof(fc.constantFrom(...types), headerText)),
    'x-track-code': usually(code, headerText),
    'x-bank-code': usually(bankCode, headerText),
    'idempotency-key': usually(key, headerText),
    'if-match': usually(version, headerText),
    accept: headerText,
  }
  return fc.record(any, { requiredKeys: Object.keys(needed) as (keyof typeof any)[] }) as fc.Arbitrary<
    Record<string, string>
  >
}

/** Any request to a route: in order (`straight`), or with something about it that is not. */
const requests = (route: Route, known: Known, straight: boolean): fc.Arbitrary<Blow> => {
  const roles: readonly string[] = Array.isArray(route.who) ? route.who : []
  const likely = people.filter(([, role]) => roles.includes(role)).map(([id]) => id)
  const someone = fc.constantFrom(undefined, ...ids)
  const who = likely.length > 0 ? fc.constantFrom(...likely) : fc.constant(undefined)
  return fc
    .record({
      path: pathOf(route, known, straight),
      query: queryOf(route.query, known, straight),
      headers: headersOf(route, known, straight),
      body: bodyOf(route, known, straight),
      by: straight ? who : usually<string | undefined>(who, someone),
    })
    .map(({ path, query, body, ...rest }) => ({
      ...rest,
      method: route.method,
      path: `${apiBase}${path}${query && `?${query}`}`,
      // A GET carries no body over fetch.
      body: route.method === 'GET' ? undefined : body,
    }))
}

const blowsAt = (route: Route, known: Known) =>
  fc.oneof(requests(route, known, true), requests(route, known, false))

const roleBehind: Partial<Record<PolicyName, Role>> = {
  official: 'official',
  dispatcher: 'dispatcher',
  manager: 'manager',
  handler: 'handler',
  teamThatLogged: 'official',
  outsideTheDepartment: 'dispatcher',
  banker: 'banker',
}
const buttons = commandNames.filter(
  (name) => ['portal', 'page'].includes(stepOf(name).door) && name !== 'logIssue',
)

/** The address says which referral it is about. */
const bodyFor = (operation: Operation, name: CommandName): z.ZodType =>
  operation === 'giveReferralCommand'
    ? (commandInputs[name] as z.ZodObject).omit({ referral: true })
    : commandInputs[name]

const bankButtons = buttons.filter((name) => stepOf(name).who.includes('banker'))

/** Commands that say what their name asks for: a schema of the route alone would seldom hit on one. */
const commandBlows = (
  operation: 'giveCommand' | 'giveReferralCommand',
  names: readonly CommandName[],
  known: Known,
): fc.Arbitrary<Blow> =>
  fc.oneof(
    ...names.map((name) => {
      const who = stepOf(name).who.flatMap((policy) => roleBehind[policy] ?? [])
      const route = { ...routeOf(operation), body: bodyFor(operation, name), who }
      return blowsAt(route, known).map((blow) => ({
        ...blow,
        path: blow.path.replace(/commands\/[^/?]*/, `commands/${name}`),
      }))
    }),
  )

const firmCommandBlows = (known: Known): fc.Arbitrary<Blow> =>
  fc.oneof(
    ...firmCommandNames.filter(isFirmCommand).map((name) => {
      const route = { ...routeOf('giveFirmCommand'), body: firmCommandInputs[name], who: firmSteps[name].who }
      return blowsAt(route, known).map((blow) => ({
        ...blow,
        path: blow.path.replace(/commands\/[^/?]*/, `commands/${name}`),
      }))
    }),
  )

const later: Readonly<Record<string, string>> = { validFrom: '2031-01-01', validTo: '2031-12-31' }

/** What a storm adds holds from 2031 on, so that the office it blows through stays the one it was. */
const fromLater = (blow: Blow): Blow => {
  try {
    const record = JSON.parse(Buffer.from(blow.body ?? []).toString(), (name, value) =>
      name in later && /^\d{4}-\d\d-\d\d$/.test(String(value)) ? later[name] : value,
    )
    return { ...blow, body: bytesOf(record) }
  } catch {
    return blow
  }
}

/** Records that could be added, of kinds that nothing else in the office hangs on, and any of the others' shapes. */
const recordBlows = (known: Known): fc.Arbitrary<Blow> =>
  fc.oneof(
    ...(['team', 'bank', 'routingRule', 'loanProduct'] as const).map((kind) => {
      const body = referenceKinds[kind]
      return blowsAt({ ...routeOf('addReference'), body }, known).map((blow) => ({
        ...blow,
        path: blow.path.replace(/reference\/[^/?]*/, `reference/${kind}`),
      }))
    }),
  )

export const stormOn = (operation: Operation, known: Known): fc.Arbitrary<Blow> => {
  const blows = blowsAt(routeOf(operation), known)
  if (operation === 'giveFirmCommand') return usually(firmCommandBlows(known), blows)
  if (operation === 'addReference') return usually(recordBlows(known), blows).map(fromLater)
  if (operation === 'giveCommand') return usually(commandBlows(operation, buttons, known), blows)
  return operation === 'giveReferralCommand'
    ? usually(commandBlows(operation, bankButtons, known), blows)
    : blows
}
