/** Where the machines pretend to be. The partition follows from the region. */
export type Place = { region: string; account: string }

const partition = (region: string) => (region.startsWith('cn-') ? 'aws-cn' : 'aws')
const prefix = ({ region, account }: Place, kind: string) =>
  `arn:${partition(region)}:states:${region}:${account}:${kind}:`

export const machineArn = (place: Place, machine: string): string =>
  `${prefix(place, 'stateMachine')}${machine}`

/** The machine's name; undefined for an ARN of another kind or place. */
export function machineOfArn(place: Place, arn: string): string | undefined {
  const start = prefix(place, 'stateMachine')
  return arn.startsWith(start) ? arn.slice(start.length) : undefined
}

export function executionOfArn(place: Place, arn: string): { machine: string; name: string } | undefined {
  const start = prefix(place, 'execution')
  if (!arn.startsWith(start)) return undefined
  const [machine, name, ...more] = arn.slice(start.length).split(':')
  return machine === undefined || name === undefined || more.length > 0 ? undefined : { machine, name }
}

/** AWS's rule for names of machines and executions. */
export const isName = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the rule names them
  name.length > 0 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name)
