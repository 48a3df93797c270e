import type { Command } from '../issue/commands.ts'
import { limitWords, type UnlawfulLimit, unlawfulLimitsIn, unlawfulLimitsOf } from './fair-wording.ts'

const limitsIn = (command: Command): UnlawfulLimit[] => {
  switch (command.name) {
    case 'logIssue': {
      const { category, content, posts = [], need } = command.input
      if (category !== 'hiring') return []
      return [
        ...unlawfulLimitsIn(content, '/content'),
        ...unlawfulLimitsIn(need?.post ?? '', '/need/post'),
        ...posts.flatMap((post, index) => unlawfulLimitsOf(post, `/posts/${index}`)),
      ]
    }
    case 'addPost':
    case 'changePost':
      return [...unlawfulLimitsOf(command.input), ...unlawfulLimitsIn(command.input.text ?? '')]
    case 'recordHelp':
      return unlawfulLimitsIn(command.input.text ?? '')
    default:
      return []
  }
}

/** What is pointed out to whoever gave a command; it is carried out all the same. */
export const warningsOf = (command: Command) =>
  limitsIn(command).map((limit) => ({
    pointer: limit.pointer,
    code: 'unlawfulLimit' as const,
    ...limitWords(limit),
  }))
