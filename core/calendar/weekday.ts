/** Saturday or Sunday; `day` counts from 1970-01-01, a Thursday. */
export function isWeekend(day: number): boolean {
  const sinceMonday = (((day + 3) % 7) + 7) % 7
  return sinceMonday >= 5
}
