const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/
const loopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || (ipv4.test(host) && host.startsWith('127.'))

/**
 * Whether notices may be sent to an address, or what is wrong with it, for whoever entered it. It is https by name;
 * in clear text, or to a bare number, only on this machine itself and only where the office is on this machine too.
 * Where a name leads is looked at on every sending.
 */
export const addressFault = (text: string, office: { onLoopback: boolean }): string | undefined => {
  const url = URL.parse(text)
  if (!url || text.length > 300) return '地址须为完整的 https 网址'
  if (url.username || url.password) return '地址里不能带用户名和密码，签名用密钥'
  if (url.hash) return '地址不能带 # 部分'
  if (loopback(url.hostname)) {
    return office.onLoopback && /^https?:$/.test(url.protocol) ? undefined : '地址不能指向本机'
  }
  if (url.protocol !== 'https:') return '地址须为 https'
  const named = url.hostname.includes('.') && !ipv4.test(url.hostname) && !url.hostname.startsWith('[')
  return named && !/\.(local|internal|localhost|lan|home|arpa)$/.test(url.hostname)
    ? undefined
    : '地址须用公开的域名'
}
