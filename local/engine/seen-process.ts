import * as z from 'zod'

export type SeenProcess = { pid: number; command: string }

/** Whether a command line is that of an engine which serves exactly this database file. */
export function engineIn(command: string, dbFile: string): boolean {
  const plain = command.replaceAll('"', '').trim()
  return /(^|[\\/])dynoxide(\.exe)? serve /.test(plain) && `${plain} `.includes(` --db-path ${dbFile} `)
}

/** Reads `ps -axww -o pid=,command=`. */
export function processesFromPs(listing: string): SeenProcess[] {
  return listing.split('\n').flatMap((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    return pid && command ? [{ pid: Number(pid), command }] : []
  })
}

const WindowsProcess = z.object({ ProcessId: z.int(), CommandLine: z.string().nullable() })

/** Reads what PowerShell's ConvertTo-Json prints: nothing, one object, or a list. */
export function processesFromWindows(json: string): SeenProcess[] {
  if (json.trim() === '') return []
  const rows = z
    .union([z.array(WindowsProcess), WindowsProcess.transform((one) => [one])])
    .parse(JSON.parse(json))
  return rows.map(({ ProcessId, CommandLine }) => ({ pid: ProcessId, command: CommandLine ?? '' }))
}
