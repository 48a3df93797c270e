/** What AWS does by rules of its scheduler: the office's regular duties, by this machine's own clock. */

const minute = 60_000
const reconcileEveryMs = 5 * minute
const sealEveryMs = 60 * minute
/** Whoever has just started wants to work first. */
const firstSealAfterMs = minute
const retentionEveryMs = 60 * minute
const careEveryMs = 6 * 60 * minute
/** Also where the machine is switched off every night. */
const firstSweepAfterMs = 10 * minute
const sweepEveryMs = 24 * 60 * minute

export type Duties = {
  reconcile: () => Promise<unknown>
  sealDays: () => Promise<unknown>
  firmCare: () => Promise<unknown>
  keepRetention: () => Promise<unknown>
  /** Is told when the office closes. */
  sweep: (over: AbortSignal) => Promise<unknown>
  onFault: (error: unknown) => void
}

export const keepSchedules = ({ reconcile, sealDays, firmCare, keepRetention, sweep, onFault }: Duties) => {
  const over = new AbortController()
  const duty = (work: (over: AbortSignal) => Promise<unknown>) => () =>
    work(over.signal).catch((error: unknown) => over.signal.aborted || onFault(error))
  const timers = [
    setInterval(duty(reconcile), reconcileEveryMs),
    setTimeout(duty(sealDays), firstSealAfterMs),
    setInterval(duty(sealDays), sealEveryMs),
    setInterval(duty(firmCare), careEveryMs),
    setInterval(duty(keepRetention), retentionEveryMs),
    setTimeout(duty(sweep), firstSweepAfterMs),
    setInterval(duty(sweep), sweepEveryMs),
  ]
  for (const timer of timers) timer.unref()
  return {
    /** Firms were looked after once; nobody waits for the first round. */
    caredFor: duty(firmCare)(),
    /** What a backup brought back that is to be gone goes again before anybody signs in. */
    retained: duty(keepRetention)(),
    stop: () => {
      over.abort()
      for (const timer of timers) clearInterval(timer)
    },
  }
}
