const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Sample users sign in without a password, so nobody else may be able to reach the page: throws unless both
 * addresses are this machine's own and the issuer lies under the origin.
 */
export function requireLoopback(origin: string, issuer: string): void {
  for (const address of [origin, issuer])
    if (!loopbackHosts.includes(new URL(address).hostname))
      throw new Error(
        `示例用户只能在本机登录，不能用于 ${address}。` +
          `Sample users sign in without a password, on this machine only (127.0.0.1, localhost, [::1]), and not at ${address}.`,
      )
  requireOrigin(origin, issuer)
}

/** Throws unless the origin is one by its form and the issuer lies under it. */
function requireOrigin(origin: string, issuer: string): void {
  if (new URL(origin).origin !== origin || new URL(issuer).origin !== origin)
    throw new Error(
      `The issuer ${issuer} must lie under the origin, and ${origin} be an origin without a path.`,
    )
}

/** Passwords and tokens go over https, or stay on this machine: throws otherwise. */
export function requireSafe(origin: string, issuer: string): void {
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' && !loopbackHosts.includes(hostname))
    throw new Error(`对外地址必须是 https：${origin}。The public address must be https: ${origin}.`)
  requireOrigin(origin, issuer)
}
