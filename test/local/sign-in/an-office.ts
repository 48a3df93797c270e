import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeOidcProvider, type OidcProvider } from '../../../local/sign-in/provider.ts'
import type { SignInUser } from '../../../local/sign-in/users.ts'

export const sampleUsers: SignInUser[] = [
  { id: 'official-1', name: '一线队员1', role: 'official', unitName: '第1工作队' },
  { id: 'official-2', name: '一线队员2', role: 'official', unitName: '第1工作队' },
  { id: 'dispatcher', name: '调度员', role: 'dispatcher', unitName: '企业综合服务中心' },
  { id: 'auditor', name: '<b>"审计"</b>', role: 'auditor' },
]

export function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhuqi-sign-in-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Office = OidcProvider & {
  origin: string
  users: SignInUser[]
  /** Whether the directory fails to answer. */
  failing: boolean
  reported: unknown[]
  /** Sessions that were ended on the page of the provider, with whose they were. */
  ended: string[][]
}

/** The provider on a port of its own, as the one-machine office mounts it; the portal is not needed. */
export async function anOffice(dataDir = aDataFolder()): Promise<Office> {
  let office: Office | undefined
  const users = structuredClone(sampleUsers)
  const reported: unknown[] = []
  const ended: string[][] = []
  let provider: OidcProvider | undefined
  const server = createServer((request, response) => provider?.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  provider = await makeOidcProvider({
    issuer: `${origin}/oidc`,
    origin,
    dataDir,
    users: async () => {
      if (office?.failing) throw new Error('the directory cannot be read')
      return users
    },
    report: (error) => reported.push(error),
    onSessionEnd: async (...session) => {
      ended.push(session)
    },
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  office = { ...provider, origin, users, failing: false, reported, ended }
  return office
}
