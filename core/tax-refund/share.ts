/**
 * A part of one as an exact count of 10⁻¹², so that 0.1 + 0.2 + 0.2 is no more than a half; fine enough to tell one
 * yuan in sales of a trillion.
 */
export const SHARE_UNITS = 1_000_000_000_000

export const shareUnits = (share: number): number => Math.round(share * SHARE_UNITS)

export const sumUnits = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + shareUnits(share), 0)

/** 62.5% */
export const percent = (share: number): string => `${Number((share * 100).toFixed(4))}%`

/** 1,140,000 */
export const grouped = (yuan: number): string => String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
