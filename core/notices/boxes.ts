import type { Principal } from '../principal.ts'

/** Whose inbox: a person's own, or a unit's, which its people share. The text is also the key of the inbox. */
export type UnitBox = `department:${string}` | `team:${string}` | `bank:${string}` | 'dispatcher' | 'manager'
export type Box = UnitBox | `user:${string}`

export const isUnit = (box: Box): box is UnitBox => !box.startsWith('user:')

/** The inboxes that someone reads: the own one, and those of the unit and of the desk at which they sit. */
export const boxesOf = ({ id, role, team, department, bank }: Principal): Box[] => {
  const own: Box = `user:${id}`
  switch (role) {
    case 'official':
      return team ? [own, `team:${team}`] : [own]
    case 'handler':
      return department ? [own, `department:${department}`] : [own]
    case 'dispatcher':
      return department ? [own, 'dispatcher', `department:${department}`] : [own, 'dispatcher']
    case 'banker':
      return bank ? [own, `bank:${bank}`] : [own]
    case 'manager':
      return [own, 'manager']
    default:
      return [own]
  }
}
