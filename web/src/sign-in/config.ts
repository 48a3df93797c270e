import { keep, kept } from '../app/kept.ts'

export type SignInConfig = {
  issuer: string
  clientId: string
  resource: string
  scope?: string
  idleMinutes?: number
}

let loading: Promise<SignInConfig> | undefined

const load = async (): Promise<SignInConfig> => {
  try {
    const response = await fetch('/portal-config.json', { cache: 'no-store' })
    const config: SignInConfig = await response.json()
    return keep('sign-in', config)
  } catch (error) {
    const known = kept<SignInConfig>('sign-in')
    if (known) return known
    throw error
  }
}

/** Who signs people in; asked once a page. Rejects while it has never been known and cannot be reached. */
export const signInConfig = () => {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}
