import { isLoopback } from './public-address.ts'

/** Whether the office itself is on this machine only: then, and only then, may a webhook lead to this machine. */
export const onLoopback = (portalOrigin: string): boolean => {
  const host = URL.parse(portalOrigin)?.hostname ?? ''
  return host === 'localhost' || isLoopback(host.replace(/^\[|\]$/g, ''))
}
