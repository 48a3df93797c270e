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
  if (new URL(origin).origin !== origin || new URL(issuer).origin !== origin)
    throw new Error(
      `The issuer ${issuer} must lie under the origin, and ${origin} be an origin without a path.`,
    )
}
