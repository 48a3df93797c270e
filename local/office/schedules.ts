/** What AWS does by rules of its scheduler: the office's regular duties, by this machine's own clock. */

const minute = 60_000
const reconcileEveryMs = 5 * minute
const sealEveryMs = 60 * minute
/** Whoever has just started wants to work first. */
const firstSealAfterMs = minute
const retentionEveryMs = 60 * minute
const careEveryMs = 6 * 60 * minute

export type Duties = {
  reconcile: () => Promise<unknown>
  sealDays: () => Promise<unknown>
  firmCare: () => Promise<unknown>
  keepRetention: () => Promise<unknown>
  onFault: (error: unknown) => void
}

export const keepSchedules = ({ reconcile, sealDays, firmCare, keepRetention, onFault }: Duties) => {
  const duty = (work: () => Promise<unknown>) => () => work().catch(onFault)
  const timers = [
    setInterval(duty(reconcile), reconcileEveryMs),
    setTimeout(duty(sealDays), firstSealAfterMs),
    setInterval(duty(sealDays), sealEveryMs),
    setInterval(duty(firmCare), careEveryMs),
    setInterval(duty(keepRetention), retentionEveryMs),
  ]
  for (const timer of timers) timer.unref()
  return {
    /** Firms were looked after once; nobody waits for the first round. */
    caredFor: duty(firmCare)(),
    /** What a backup brought back that is to be gone goes again before anybody signs in. */
    retained: duty(keepRetention)(),
    stop: () => {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
