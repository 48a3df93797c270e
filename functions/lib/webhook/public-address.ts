import { BlockList, isIP } from 'node:net'

/** Ranges that are not the public internet, after the special-purpose registries of IANA (RFC 6890). */
const notPublic = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(net, prefix, 'ipv4')
}
// Of IPv6 only 2000::/3 is given out; within it stand tunnels that lead to any IPv4 address, and documentation.
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(net, prefix, 'ipv6')
}

/** Whether an IP address is one of the public internet; what is no address is not. */
export const isPublicAddress = (address: string): boolean => {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4')
  return isIP(address) === 6 && givenOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

const ofThisMachine = new BlockList()
ofThisMachine.addSubnet('127.0.0.0', 8, 'ipv4')
ofThisMachine.addAddress('::1', 'ipv6')

/** An address of this very machine, which only an office on this machine may send to. */
export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && ofThisMachine.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
