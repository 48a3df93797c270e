import { readFileSync } from 'node:fs'
import { defaultRoutingRules } from '../../core/reference/defaults.ts'
import { referenceKinds } from '../../core/reference/records.ts'
import { usualRecords } from '../../core/reference/usual.ts'
import type { Container } from '../../functions/lib/container.ts'
import { loadRecords, recordsOfFile } from '../../functions/lib/reference-file.ts'
import { type Address, BadSetting, isOpenToOthers } from './address.ts'
import { sampleSource } from './sample-office.ts'
import type { SignInSettings } from './sign-in-settings.ts'

const since = { validFrom: '2020-01-01', source: '本单位名录' }

/** The file that ZHUQI_DIRECTORY names: a directory as `samples/directory.json`, or lists of records by kind. */
export const directoryFrom = (env: NodeJS.ProcessEnv): unknown => {
  const file = env.ZHUQI_DIRECTORY
  if (!file) return undefined
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
    recordsOfFile(json, since)
    return json
  } catch (cause) {
    throw new BadSetting(
      `ZHUQI_DIRECTORY 不是可读的单位名录：${file}。格式见 docs/one-server.md。 / ` +
        `ZHUQI_DIRECTORY is no directory that can be read: ${file}. docs/one-server.md shows the form.`,
      { cause },
    )
  }
}

type Asked = { address: Address; settings: SignInSettings | undefined; directory: unknown }

/**
 * Whether this is the sample office: one that was begun as such, or one that is begun now on this machine alone and was
 * told neither who its people are nor how they sign in. Throws `BadSetting` where others could reach the sample office.
 */
export const isSampleOffice = async (container: Container, asked: Asked): Promise<boolean> => {
  const reference = await container.reference()
  const begun = Object.keys(referenceKinds).some((kind) => Reflect.get(reference, kind).length > 0)
  const held = [...reference.zone, ...reference.user].some(({ source }) => source === sampleSource)
  const { settings } = asked
  const told = settings?.accounts || settings?.wecom || settings?.outside || asked.directory !== undefined
  if (held && (isOpenToOthers(asked.address) || asked.directory !== undefined))
    throw new BadSetting(
      '这个数据目录里是示例单位，不能对外开放，也不能并入本单位名录；请用 ZHUQI_DATA 另指一个空目录。 / ' +
        'This data folder holds the sample office, which is neither opened to others nor mixed with a directory of its own: name an empty folder in ZHUQI_DATA.',
    )
  return held || (!begun && !told && !isOpenToOthers(asked.address))
}

/**
 * Fills an office of its own with what is missing: the usual calendar, times and rules, and the directory that was
 * handed in. Throws `BadSetting` where the directory holds something that cannot be taken.
 */
export const fillOwnOffice = async (container: Container, directory: unknown): Promise<void> => {
  // A change is a later record, so this adds nothing twice.
  await loadRecords(container, usualRecords)
  const lists = directory === undefined ? {} : recordsOfFile(directory, since)
  const { refused } = await loadRecords(container, lists)
  if (refused.length > 0) {
    const said = refused.map(({ kind, id, why }) => {
      const fields = (why.fields ?? []).map(({ pointer, message }) => `${pointer} ${message}`).join('；')
      return `  ${kind} ${id}: ${why.zh} ${fields} / ${why.en}`
    })
    throw new BadSetting(
      `名录中有不能登记的记录： / The directory holds what cannot be taken:\n${said.join('\n')}`,
    )
  }
  // The usual rules name the usual departments; where an office has others, its dispatcher decides or adds rules.
  const { department, routingRule } = await container.reference()
  if (routingRule.length > 0) return
  const known = new Set(department.map(({ id }) => id))
  await loadRecords(container, {
    routingRule: defaultRoutingRules.filter((rule) => known.has(rule.department)),
  })
}
