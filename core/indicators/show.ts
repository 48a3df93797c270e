/** Below this many a percentage says more than is known: the fraction is shown. */
export const fewest = 10

/** A share as people may see it, on every screen and paper: `—` of nothing, `7/8` of few, `96.4%` of ten and more. */
export const shownShare = (part: number, whole: number): string => {
  if (whole === 0) return '—'
  return whole < fewest ? `${part}/${whole}` : `${((part / whole) * 100).toFixed(1)}%`
}

/** The same with what it stands on beside it. */
export const shownWithFraction = (part: number, whole: number): string =>
  whole < fewest ? shownShare(part, whole) : `${shownShare(part, whole)}（${part}/${whole}）`

/** Working minutes in hours of work. */
export const shownHours = (minutes: number | undefined): string =>
  minutes === undefined ? '—' : `${(minutes / 60).toFixed(1)} h`
