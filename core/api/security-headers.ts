/**
 * What a browser is told to allow on every page of the portal: nothing from another host, no script in the page.
 * Styles in the page stay allowed: the component library writes them as it goes.
 */
export const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

export const permissionsPolicy = 'geolocation=(self), camera=(self), microphone=()'
