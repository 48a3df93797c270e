import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** Looks up all addresses of a name, as `dns.lookup` does with `all`. */
export type LookUpAll = (
  name: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

/** A name that leads where nothing is sent to. */
export class ForbiddenAddress extends Error {}

/**
 * Looks a name up and refuses it where any of its addresses is not public. The connection goes to the very addresses
 * that were looked at, so that a name cannot lead elsewhere a moment later (DNS rebinding).
 */
export const guardedLookup =
  ({ onLoopback }: { onLoopback: boolean }, lookUp: LookUpAll): LookupFunction =>
  (name, options, callback) => {
    lookUp(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const may = ({ address }: LookupAddress) =>
        isPublicAddress(address) || (onLoopback && isLoopback(address))
      const [first] = found
      if (!first || !found.every(may)) {
        return callback(new ForbiddenAddress('a name leads to an address that is not public'), [])
      }
      return options.all ? callback(null, found) : callback(null, first.address, first.family)
    })
  }
