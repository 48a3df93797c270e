import type { WorkflowView } from '../../../../core/api/workflow.ts'

export const box = { width: 150, height: 36, gapX: 46, gapY: 12 } as const

export type Placed = { name: string; kind: WorkflowView['states'][number]['kind']; x: number; y: number }
export type Line = { from: string; to: string; d: string; otherwise: boolean; back: boolean }

/** How many steps each state is from the start. */
const depths = ({ start, states }: WorkflowView): Map<string, number> => {
  const found = new Map([[start, 0]])
  const toSee = [start]
  for (let name = toSee.shift(); name !== undefined; name = toSee.shift()) {
    const ways = states.find((state) => state.name === name)?.ways ?? []
    for (const { to } of ways) {
      if (found.has(to)) continue
      found.set(to, (found.get(name) ?? 0) + 1)
      toSee.push(to)
    }
  }
  return found
}

const middle = (y: number) => y + box.height / 2

const lineBetween = (from: Placed, to: Placed, back: boolean): string => {
  if (back) {
    // Round the bottom of its own box and back to the left edge of where it leads.
    const y = middle(from.y)
    return `M${from.x} ${y} C${from.x - 30} ${y}, ${to.x + box.width + 30} ${middle(to.y)}, ${to.x + box.width} ${middle(to.y)}`
  }
  const x = from.x + box.width
  const half = (to.x - x) / 2
  return `M${x} ${middle(from.y)} C${x + half} ${middle(from.y)}, ${to.x - half} ${middle(to.y)}, ${to.x} ${middle(to.y)}`
}

/** Places the states in columns by their distance from the start, each column in the order of the file. */
export const layOut = (view: WorkflowView) => {
  const depth = depths(view)
  const rows = new Map<number, number>()
  const placed = view.states.map(({ name, kind }): Placed => {
    const column = depth.get(name) ?? 0
    const row = rows.get(column) ?? 0
    rows.set(column, row + 1)
    return { name, kind, x: column * (box.width + box.gapX), y: row * (box.height + box.gapY) }
  })
  const at = new Map(placed.map((one) => [one.name, one]))
  const lines = view.states.flatMap((state) =>
    state.ways.flatMap(({ to, otherwise = false }): Line[] => {
      const [here, there] = [at.get(state.name), at.get(to)]
      if (!here || !there || here.x === there.x) return []
      const back = there.x < here.x
      return [{ from: state.name, to, d: lineBetween(here, there, back), otherwise, back }]
    }),
  )
  const width = Math.max(...placed.map((one) => one.x)) + box.width
  const height = Math.max(...placed.map((one) => one.y)) + box.height
  return { placed, lines, width, height }
}
