import { apiResource, clientId } from '../sign-in/configuration.ts'
import { asksWhoItIs, type Door } from '../sign-in/door.ts'
import { peopleAmong, type Users } from '../sign-in/users.ts'
import { docsPage } from './docs-page.ts'
import { type Listener, outsideConfig, portalConfig, sampleUsers, usualIdleMinutes } from './portal-config.ts'
import type { OutsideIssuer } from './sign-in-settings.ts'

type Parts = {
  issuer: string
  /** Where people sign in elsewhere; the office's own sign-in is then not there. */
  outside: OutsideIssuer | undefined
  signIn: Listener
  door: Door
  users: Users
  idleMinutes: number | undefined
}

/** What the server gives out beside the API and the portal: sign-in, what the portal must know before it, and the API's description. */
export const mountsOf = ({ issuer, outside, signIn, door, users, idleMinutes = usualIdleMinutes }: Parts) => {
  const chosenAmong = async () => ((await asksWhoItIs(door)) ? undefined : peopleAmong(users)())
  const own = [
    { path: '/oidc', listener: signIn },
    { path: '/sample-users.json', listener: sampleUsers(chosenAmong) },
  ]
  const config = outside ? outsideConfig(outside) : { issuer, clientId, resource: apiResource }
  return [
    ...(outside ? [] : own),
    { path: '/portal-config.json', listener: portalConfig({ ...config, idleMinutes }) },
    { path: '/docs', listener: docsPage },
  ]
}
