const reloadedAt = 'zhuqi-reloaded'
const pauseMs = 60_000

/** Lets the page open without network, and reloads, once a minute at most, where a part of an older release is gone. */
export const keepOffline = () => {
  addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(reloadedAt) ?? 0) < pauseMs) return
    sessionStorage.setItem(reloadedAt, String(Date.now()))
    event.preventDefault()
    location.reload()
  })
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () =>
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Without it the portal works as long as there is a network; the log page says so.
    })
  // What is wanted now comes before what may be wanted without network; Safari knows no idle time.
  const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000))
  addEventListener('load', () => whenIdle(() => void register()))
}
