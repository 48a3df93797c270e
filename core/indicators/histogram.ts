/** Each bin reaches a tenth further than the one before: its middle is at most 5% off whatever is in it. */
const growth = 1.1
/** Above this no span of work is told apart: some four working years, in minutes. */
const last = Math.ceil(Math.log(400_000) / Math.log(growth))

/** The number of the bin that holds so many minutes: 0 for less than one. */
export const binOf = (minutes: number): number =>
  minutes < 1 ? 0 : Math.min(1 + Math.floor(Math.log(minutes) / Math.log(growth) + 1e-9), last)

/** What stands for a bin: the value that is as many per cent from either end. */
export const middleOf = (bin: number): number => {
  if (bin === 0) return 0
  const from = growth ** (bin - 1)
  return (2 * from * growth) / (1 + growth)
}

/** The error of a quantile at most, as a share of it. */
export const quantileError = (growth - 1) / (growth + 1)

/** The value below or at which this share of a histogram lies; its counters are named `of.bin`. */
export const quantile = (
  counts: Readonly<Record<string, number>>,
  of: string,
  share: number,
): number | undefined => {
  const bins = Object.entries(counts)
    .filter(([name, n]) => name.startsWith(`${of}.`) && n > 0)
    .map(([name, n]) => ({ bin: Number(name.slice(of.length + 1)), n }))
    .toSorted((a, b) => a.bin - b.bin)
  const all = bins.reduce((sum, { n }) => sum + n, 0)
  let seen = 0
  for (const { bin, n } of bins) {
    seen += n
    // The smallest value that as many lie at or below, as one would point at it in a sorted list.
    if (seen >= Math.ceil(share * all)) return middleOf(bin)
  }
  return undefined
}
