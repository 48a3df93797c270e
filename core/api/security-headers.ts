/**
 * What a browser is told to allow on every page of the portal: nothing from another host, no script in the page.
 * Styles in the page stay allowed: the component library writes them as it goes.
 */
const policy = (connect: string) =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src ${connect}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`

export const contentSecurityPolicy = policy("'self'")

/** The page asks whoever signs people in for tokens, at another origin (scheme, host and port) where it stands there. */
export const contentSecurityPolicyWith = (signInOrigin: string): string => policy(`'self' ${signInOrigin}`)

export const permissionsPolicy = 'geolocation=(self), camera=(self), microphone=()'
