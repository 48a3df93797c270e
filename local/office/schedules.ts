/** What AWS does by rules of its scheduler: the office's regular duties, by this machine's own clock. */

const minute = 60_000
const reconcileEveryMs = 5 * minute
const sealEveryMs = 60 * minute
/** Whoever has just started wants to work first. */
const firstSealAfterMs = minute
const careEveryMs = 6 * 60 * minute

export type Duties = {
  reconcile: () => Promise<unknown>
  sealDays: () => Promise<unknown>
  firmCare: () => Promise<unknown>
  onFault: (error: unknown) => void
}

export const keepSchedules = ({ reconcile, sealDays, firmCare, onFault }: Duties) => {
  const duty = (work: () => Promise<unknown>) => () => work().catch(onFault)
  const timers = [
    setInterval(duty(reconcile), reconcileEveryMs),
    setTimeout(duty(sealDays), firstSealAfterMs),
    setInterval(duty(sealDays), sealEveryMs),
    setInterval(duty(firmCare), careEveryMs),
  ]
  for (const timer of timers) timer.unref()
  return {
    /** Firms were looked after once; nobody waits for the first round. */
    caredFor: duty(firmCare)(),
    stop: () => {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
